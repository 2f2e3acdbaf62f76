"""Files kept in an S3-compatible store, tried against a local server that speaks its protocol."""

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from moto.server import ThreadedMotoServer

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

BUCKET = "rhwydwaith"
KEYS = {"access_key": "test", "secret_key": "test"}


@pytest.fixture(scope="module")
def address():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def object_store(address, settings):
    client = boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
    )
    client.create_bucket(Bucket=BUCKET)
    options = {"bucket_name": BUCKET, "endpoint_url": address, "region_name": "us-east-1", **KEYS}
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    }
    yield client
    for stored in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=stored["Key"])


def keys(client) -> list[str]:
    return [stored["Key"] for stored in client.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


def test_files_go_to_the_store_and_come_back(object_store):
    name = default_storage.save("lluniau/tŷ.txt", ContentFile("cymdogion".encode()))

    assert storages["default"].open(name).read() == "cymdogion".encode()
    assert keys(object_store) == ["lluniau/tŷ.txt"]


def test_an_archive_holds_the_stores_files_and_puts_them_back(object_store, tmp_path):
    default_storage.save("lluniau/ty.txt", ContentFile(b"gwreiddiol"))
    archive = tmp_path / "network.copronet"
    call_command("backup", archive)
    default_storage.delete("lluniau/ty.txt")
    default_storage.save("wedyn.txt", ContentFile(b"later"))

    call_command("restore", archive)

    assert keys(object_store) == ["lluniau/ty.txt"]
    assert default_storage.open("lluniau/ty.txt").read() == b"gwreiddiol"
