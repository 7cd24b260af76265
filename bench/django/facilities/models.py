"""Amplify's table of facilities as Django sees it."""

from django.db import models


class Facility(models.Model):
    """One facility with the summary of its profile. The table is Amplify's own."""

    id = models.BinaryField(primary_key=True)
    programme_id = models.BinaryField()
    name = models.TextField()
    name_key = models.TextField()
    address = models.TextField()
    country = models.TextField()
    sector = models.TextField()
    workers = models.IntegerField()
    union_standing = models.IntegerField()
    committee_standing = models.IntegerField()
    agreement_standing = models.IntegerField()
    grievance_standing = models.IntegerField()
    newest_day = models.TextField()

    class Meta:
        managed = False
        db_table = "facility"
