"""The list: filters from a form, a page of 50 from the paginator, a template."""

from functools import cache

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render

from .models import Facility

STANDINGS = [
    (0, "Verified: yes"),
    (1, "Claimed: yes"),
    (2, "Contested"),
    (3, "Claimed: no"),
    (4, "Verified: no"),
    (5, "Unknown"),
    (6, "Does not apply"),
]
WORDS = dict(STANDINGS)
ORDERS = {
    "name": ["name_key", "id"],
    "country": ["country", "name_key", "id"],
    "workers": ["workers", "id"],
    "newest": ["newest_day", "id"],
    "union": ["union_standing", "name_key", "id"],
}
COUNTRIES = [(code, code) for code in "BD CN ID IN KH LK MM PK TR VN".split()]
ANY = [("", "All")]


@cache
def programme():
    """The one programme in the database. The indexes lead with it, so the list must name it."""
    return bytes(Facility.objects.values_list("programme_id", flat=True)[0])


class Filters(forms.Form):
    """What a reader may narrow the list by."""

    q = forms.CharField(required=False)
    country = forms.ChoiceField(choices=ANY + COUNTRIES, required=False)
    union = forms.ChoiceField(choices=ANY + STANDINGS, required=False)
    committee = forms.ChoiceField(choices=ANY + STANDINGS, required=False)
    agreement = forms.ChoiceField(choices=ANY + STANDINGS, required=False)
    grievance = forms.ChoiceField(choices=ANY + STANDINGS, required=False)
    sort = forms.ChoiceField(choices=[(sign + name, name) for name in ORDERS for sign in ("", "-")], required=False)


@login_required
def facilities(request):
    """Answers `/facilities`."""
    form = Filters(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = Facility.objects.filter(programme_id=programme())
    if asked.get("q"):
        found = found.filter(name_key__contains=asked["q"].lower())
    if asked.get("country"):
        found = found.filter(country=asked["country"])
    for name in ("union", "committee", "agreement", "grievance"):
        if asked.get(name):
            found = found.filter(**{f"{name}_standing": int(asked[name])})
    order = asked.get("sort") or "name"
    found = found.order_by(*ORDERS[order.removeprefix("-")])
    if order.startswith("-"):
        found = found.reverse()
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    for facility in page.object_list:
        facility.words = [
            WORDS[facility.union_standing],
            WORDS[facility.committee_standing],
            WORDS[facility.agreement_standing],
            WORDS[facility.grievance_standing],
        ]
    return render(request, "list.html", {"form": form, "page": page})
