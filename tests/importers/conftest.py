"""Invented records in foreign formats, and a reader that looks for their values in a definition."""

import copy

import pytest

from disclosure.product import parse
from disclosure.source import Document

_CDR = {
    "productId": "Saver_01",
    "brand": "Wattle ",
    "brandName": "Wattle Mutual",
    "lastUpdated": "2024-05-06T10:11:12.000+10:00",
    "effectiveFrom": "2020-02-03T00:00:00Z",
    "effectiveTo": None,
    "productCategory": "TRANS_AND_SAVINGS_ACCOUNTS",
    "name": "Wattle Saver\u2122",
    "description": "Save with\r\na bonus.\u200b",
    "isTailored": False,
    "applicationUri": "www.wattle.example/apply",
    "additionalInformation": {
        "overviewUri": " https://wattle.example/saver ",
        "termsUri": "",
        "additionalFeesAndPricingUris": [
            {"description": "Branch fees", "additionalInfoUri": "https://wattle.example/fees"}
        ],
    },
    "cardArt": [{"title": "Green card", "imageUri": ""}],
    "fees": [],
}

_EPT = {
    "00001_EPT_Version": "V21",
    "00005_File_Generation_Date_And_Time": "2024-01-02T03:04:05Z",
    "00010_Portfolio_Manufacturer_Name": "Heron Asset Management",
    "00030_Portfolio_Identifying_Data": "XS0000000001",
    "00040_Type_Of_Identification_Code_For_The_Fund_Share_Or_Portfolio": "1",
    "00050_Portfolio_Name": "Heron Bond A",
    "00060_Portfolio_Or_Share_Class_Currency": "EUR",
    "00070_PRIIPs_KID_Publication_Date": "2024-01-01",
}


@pytest.fixture
def cdr_record():
    """A small record; keyword arguments replace its fields."""
    return lambda **fields: copy.deepcopy(_CDR) | fields


@pytest.fixture
def ept_row():
    """A small row; positional mappings are laid over it."""
    return lambda fields=None: _EPT | (fields or {})


@pytest.fixture
def model():
    """The validated product of a definition; raises with every problem."""
    return lambda definition: parse(Document("record", definition, {}, {}))
