"""The probe asks by the portal's own name, and says what is wrong."""

from deploy import probe


def test_ready_is_0_and_anything_else_is_1_with_what_was_said(live_server, settings, monkeypatch, capsys, edition):
    settings.ALLOWED_HOSTS = ["portal.example"]
    monkeypatch.setenv("PORTAL_ALLOWED_HOSTS", ".portal.example,other.example")
    address = f"{live_server.url}/health/ready"
    assert probe.main([address]) in (0, 1)
    monkeypatch.setenv("PORTAL_ALLOWED_HOSTS", "other.example")
    assert probe.main([address]) == 1
    assert capsys.readouterr().out.startswith("400 ")
    assert probe.main(["http://127.0.0.1:1/health/ready"]) == 1
    assert capsys.readouterr().out == "no answer ConnectionRefusedError\n"
