"""What is stated of a task under the name of a column."""

from __future__ import annotations

import pytest

from cascade.ingest.tasks.fields import Fields
from tests.ingest.made import tasks
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Cơ quan chủ trì: Sở Nội vụ.", {"lead": "Sở Nội vụ"}),
        (
            "+ Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: các sở, ngành. Thời gian hoàn thành: quý IV năm 2023.",
            {"lead": "Sở Nội vụ", "with": "các sở, ngành", "due": "quý IV năm 2023"},
        ),
        ("Sản phẩm: Đề án. Thời gian: hằng năm.", {"product": "Đề án", "due": "hằng năm"}),
        ("Rà soát văn bản. Cơ quan chủ trì: Sở Tư pháp.", {}),
        ("Thời gian chờ đợi của người dân không quá 15 phút.", {}),
        ("", {}),
    ],
)
def test_labelled_statements(text: str, fields: dict[str, str]) -> None:
    assert Fields(domain()).of(text) == fields


def test_what_is_stated_behind_a_task_is_of_the_task() -> None:
    (task,) = tasks(
        "Xây dựng Đề án sắp xếp các thôn của huyện Thử. Cơ quan chủ trì: Phòng Nội vụ; "
        "cơ quan phối hợp: UBND các xã. Sản phẩm: Đề án. Thời gian hoàn thành: quý III năm 2022."
    )
    assert (task.lead, task.partners) == (("Phòng Nội vụ",), ("UBND các xã",))
    assert (task.product, task.due) == ("Đề án", "quý III năm 2022")
