"""What Jinja says of a tag, in words that can be translated."""

from __future__ import annotations

import jinja2
import pytest
from jinja2.sandbox import SandboxedEnvironment

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.jinja_words import in_plain_words

SAID = {
    "{% if a %}x": "the block 'if' is never closed; expected is one of: elif, else, endif",
    "{% if a %}{% endfor %}": "'endfor' does not belong to the block 'if', which is still open",
    "{% endif %}": "there is no open block that 'endif' could belong to",
    "{% foo %}": "there is no tag 'foo'",
    "{% if a %}{% foo %}{% endif %}": "there is no tag 'foo'",
    "{{ a.b": "the template ends where the end of the tag is expected",
    "{{ a b }}": "the end of the tag is expected, but here is 'b'",
    "{{ }}": "a name or a value is expected, but here is the end of the tag",
    "{{ (a }}": "')' is expected, but here is '}'",
    "{{ a) }}": "')' does not belong here",
    "{{ “x” }}": "the sign '“' does not belong here",
    "{{ 'abc }}": """the sign "'" does not belong here""",
    "{% for x of y %}{% endfor %}": "'in' is expected, but here is 'of'",
    "{% %}": "the tag has no name, such as if or for",
    "{{ a. }}": "the name of a field is expected after the dot",
    "{{ a| }}": "a name is expected, but here is the end of the tag",
    "{% set 1 = 2 %}": "nothing can be given the value here",
    "{{ a is b is c }}": "only one test with is can stand here; join two of them with and",
    "{# x": "the comment is never closed",
    "{{ 1 / 0 }}": "it divides by zero",
    "{{ 1 + 'a' }}": "the values do not go together with the sign '+'",
    "{{ 'a' + 1 }}": ("a text and something else cannot be added; join them with the sign ~"),
    "{{ 'a' < 1 }}": "the values cannot be compared with the sign '<'",
    "{% for x in 5 %}{% endfor %}": "a loop needs a list, and this is none",
    "{{ 5() }}": "this is no function",
    "{{ a.__class__.__mro__ }}": "templates may not use the name '__class__'",
}


def said_by_jinja(source: str) -> str:
    with pytest.raises((jinja2.TemplateError, TypeError, ZeroDivisionError)) as caught:
        SandboxedEnvironment().from_string(source).render(a=1)
    return str(caught.value)


@pytest.mark.parametrize("source", SAID)
def test_what_jinja_says_of_usual_slips_is_told_in_plain_words(source: str) -> None:
    told = in_plain_words(said_by_jinja(source))
    assert isinstance(told, Message)
    assert str(told) == SAID[source]


@pytest.mark.parametrize("said", ["something new", "Encountered unknown tag", ""])
def test_what_is_not_known_is_told_as_it_is(said: str) -> None:
    assert in_plain_words(said) == said
