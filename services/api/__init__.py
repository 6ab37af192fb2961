"""The REST API: Dutch resource names under `/v1`, problem+json for every error, no personal data
in a URL."""
