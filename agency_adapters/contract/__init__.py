"""The contract with an agency; the only package that touches generated protobuf code."""
