"""`{{ minutes|hours }}`, `{{ pence|pounds }}`, `{{ amount|in_unit:unit }}`."""

from django import template

from copronet.community_of_practice.contributions.queries import hours, pounds, shown

register = template.Library()
register.filter("hours", hours)
register.filter("pounds", pounds)
register.filter("in_unit", shown)
