"""Runs a module of the bench inside the installation: python -m tests.bench.inside board 100"""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()  # models can be imported only from here on
    import_module(f"tests.bench.{sys.argv[1]}").main(*sys.argv[2:])
