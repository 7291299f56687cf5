package org.optimizer.standin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the stand-in shows people: the messages that "were sent", as JSON and as a plain page with fault buttons. */
final class LedgerPage {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;"
            + "padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;"
            + "padding:.4rem;text-align:left;vertical-align:top}form{display:inline}.on{background:#fde2e2}";

    private final Ledger ledger;
    private final Faults faults;

    LedgerPage(Ledger ledger, Faults faults) {
        this.ledger = ledger;
        this.faults = faults;
    }

    void json(Call call) throws IOException {
        List<AcceptedSms> messages = ledger.messages();
        call.json(200, Json.text(json -> {
            json.writeStartArray();
            for (AcceptedSms sms : messages) {
                json.writeStartObject();
                Ledger.writeFields(json, sms);
                json.writeNumberField("receipts", ledger.receipts(sms));
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void html(Call call) throws IOException {
        if (!call.path().equals("/")) {
            call.json(404, Json.error("not_found", call.path()));
            return;
        }
        List<AcceptedSms> messages = ledger.messages();
        call.html("<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Fournisseurs simulés</title><style>"
                + STYLE + "</style><h1>Fournisseurs simulés</h1>"
                + "<p>Rien ne quitte cette machine : les SMS ci-dessous n'ont été envoyés à personne.</p>"
                + "<h2>Pannes</h2><p>" + buttons() + "</p><h2>SMS acceptés (" + messages.size() + ")</h2>"
                + "<table><thead><tr><th>Heure (UTC)</th><th>À</th><th>Référence</th><th>Parties</th><th>Accusé</th>"
                + "<th>Texte</th></tr></thead><tbody>"
                + messages.stream().map(this::row).collect(Collectors.joining())
                + "</tbody></table></html>");
    }

    private String buttons() {
        return Arrays.stream(FaultKind.values()).map(this::button).collect(Collectors.joining(" ")) + " "
                + form("heal", "-1", "Tout réparer", "");
    }

    private String button(FaultKind kind) {
        boolean isOn = faults.isOrdered(kind);
        return form(kind.code(), isOn ? "0" : "-1", kind.label(), isOn ? "on" : "");
    }

    private static String form(String kind, String times, String label, String style) {
        return "<form method=\"post\" action=\"/faults\"><input type=\"hidden\" name=\"kind\" value=\"" + kind
                + "\"><input type=\"hidden\" name=\"times\" value=\"" + times + "\"><button class=\"" + style + "\""
                + (style.isEmpty() ? "" : " aria-pressed=\"true\"") + ">" + label + "</button></form>";
    }

    private String row(AcceptedSms sms) {
        return "<tr><td>" + sms.at() + "<td>+" + escape(sms.to()) + "<td>" + escape(sms.clientRef()) + "<td>"
                + sms.messageIds().size() + "<td>" + ledger.receipts(sms) + "<td>" + escape(sms.text());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
