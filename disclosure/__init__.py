"""A product definition goes in; a fact sheet that a customer understands and a reviewer can prove comes out."""

__version__ = "0.1.0"
