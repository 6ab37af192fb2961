"""The console: server-rendered pages for social workers, liaisons and coordinators. Works
without script."""
