"""A patient guide to treatment-resistant depression and ketamine treatment in the UK."""

__version__ = "0.1.0"
