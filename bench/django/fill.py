"""Fills a database that Amplify has laid with fictional facilities: fill.py DATABASE HOW_MANY."""

import random
import sqlite3
import sys
import time

chance = random.Random(20261124)
PLACES = {
    "BD": ["Gazipur", "Narayanganj"],
    "CN": ["Dongguan", "Ningbo"],
    "ID": ["Bandung", "Semarang"],
    "IN": ["Tiruppur", "Noida"],
    "KH": ["Phnom Penh", "Kandal"],
    "LK": ["Katunayake", "Biyagama"],
    "MM": ["Hlaingthaya", "Shwepyitha"],
    "PK": ["Karachi", "Faisalabad"],
    "TR": ["Izmir", "Bursa"],
    "VN": ["Binh Duong", "Dong Nai"],
}
FIRST = "Amber Banyan Cedar Delta Ember Falcon Garnet Harbour Indigo Jasmine Kite Lotus Meadow Nutmeg Opal Pearl".split()
SECOND = "Apparel Denim Garments Hosiery Knitwear Shirts Socks Sportswear Textiles Weaving".split()
DAYS = [f"{year}-{month:02}-{day:02}" for year in (2023, 2024, 2025, 2026) for month in range(1, 11) for day in (3, 17)]
SHARES = [10, 22, 6, 14, 12, 30, 6]


def standing():
    """A standing, as often as in a programme that has asked a third of its suppliers well."""
    return chance.choices(range(7), SHARES)[0]


def main(path, how_many):
    """Writes facilities and the tally that totals are read from."""
    database = sqlite3.connect(path)
    (programme,) = database.execute("SELECT id FROM programme").fetchone()
    now = int(time.time() * 1000)
    for number in range(how_many):
        country = chance.choice(list(PLACES))
        name = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {number}"
        row = {
            "programme_id": programme,
            "id": chance.randbytes(16),
            "name": name,
            "address": f"Plot {number % 400 + 1}, {chance.choice(PLACES[country])}",
            "country": country,
            "sector": "Apparel",
            "workers": chance.choice([-1, chance.randrange(20, 9000)]),
            "details": "[]",
            "fictional": 1,
            "version": 1,
            "created": now,
            "updated": now,
            "name_key": name.lower(),
            "match_key": chance.randbytes(32),
            "union_standing": standing(),
            "committee_standing": standing(),
            "elected_standing": standing(),
            "agreement_standing": standing(),
            "grievance_standing": standing(),
            "newest_day": chance.choice(DAYS),
            "answers_count": chance.randrange(1, 60),
            "changes_on": "",
        }
        database.execute(
            f"INSERT INTO facility ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values())
        )
    groups = "country, union_standing, committee_standing, elected_standing, agreement_standing, grievance_standing"
    database.execute(
        f"INSERT INTO facility_tally (programme_id, id, {groups}, facilities) "
        f"SELECT programme_id, randomblob(16), {groups}, count(*) FROM facility GROUP BY programme_id, {groups}"
    )
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.execute("ANALYZE")
    database.commit()
    database.close()


main(sys.argv[1], int(sys.argv[2]))
