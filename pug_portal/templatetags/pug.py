"""Tags and filters every template has."""

from django.template import Library

register = Library()
