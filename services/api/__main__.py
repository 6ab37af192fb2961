"""`python -m services.api`."""

from services.api.main import run

if __name__ == "__main__":
    run()
