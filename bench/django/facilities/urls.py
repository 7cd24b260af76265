"""The one address."""

from django.urls import path

from .views import facilities

urlpatterns = [path("facilities", facilities)]
