"""The command line: arguments come in, an exit code and words for people go out."""

from .main import main

__all__ = ["main"]
