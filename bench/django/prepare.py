"""Adds Django's own tables to the copied database, an account and a session; prints its cookie."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "facilities.settings")
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

call_command("migrate", verbosity=0)
user, _ = User.objects.get_or_create(username="bench")
client = Client()
client.force_login(user)
print(f"sessionid={client.cookies['sessionid'].value}")
