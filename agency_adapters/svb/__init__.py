"""SVB: AOW, AIO, kinderbijslag."""
