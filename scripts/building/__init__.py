"""The parts of scripts/bench-build: what is measured, one file a question."""
