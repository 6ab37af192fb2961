"""What people and other systems meet: REST API, console, store, traces, identity, command line,
runtime."""
