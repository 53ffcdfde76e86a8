"""Where Django finds the routes."""

from django.urls import path

from todo_bench.baselines.django_ninja.api import api

urlpatterns = [path("", api.urls)]
