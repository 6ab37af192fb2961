"""UWV: benefits for employees, and the pay administration."""
