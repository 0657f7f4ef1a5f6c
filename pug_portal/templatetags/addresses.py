"""`{% url %}` for rows: what is known already is not asked of the resolver again."""

from __future__ import annotations

from django.template import Context, Library
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parse_url
from django.utils.html import conditional_escape

from pug_portal.lib.addresses import known_address

register = Library()


class AddressNode(URLNode):
    """Anything but one's name and one number is left to Django."""

    def render(self, context: Context) -> str:
        if self.kwargs or self.asvar or len(self.args) > 1:
            return super().render(context)
        name = self.view_name.resolve(context)
        found = known_address(name, *(arg.resolve(context) for arg in self.args))
        if found is None:
            return super().render(context)
        return conditional_escape(found) if context.autoescape else found


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    node = parse_url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)
