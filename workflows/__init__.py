"""What lasts: Temporal workflows, their activities, the plugin (converter, codec, telemetry) and
the worker."""
