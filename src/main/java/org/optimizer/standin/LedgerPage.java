package org.optimizer.standin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the stand-in shows people: the messages that "were sent", as JSON and on a page that is also the operator's playground:
 * each provider's faults, to be ordered and healed.
 */
final class LedgerPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8886;--soft:#8881;--bad:#b42318;--ink:#1f5f8b}
            body{font:16px/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:75rem;padding:0 1rem}
            h1{margin:0}h2{margin:2rem 0 .5rem}header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:baseline}
            .desks{margin-top:1rem;columns:2 30rem;column-gap:1rem}
            .desk{border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1rem;break-inside:avoid}
            .desk h3{margin:0 0 .5rem;font-size:1.05rem}.desk h4{margin:.75rem 0 .3rem;font-size:.95rem;font-weight:normal;
              opacity:.75}.jump{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
            .how{display:flex;flex-wrap:wrap;gap:.5rem 1rem;margin-bottom:.75rem}
            .how label{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center}
            input,select{font:inherit;max-width:100%}input[name=only]{width:15rem}
            .kinds{display:flex;flex-wrap:wrap;gap:.4rem}
            button{font:inherit;font-size:.95rem;text-align:left;border:1px solid var(--line);border-radius:.4rem;
              padding:.3rem .6rem;background:var(--soft);color:inherit;cursor:pointer}
            button:hover,button:focus-visible{border-color:var(--ink);outline:2px solid var(--ink);outline-offset:1px}
            button.on{background:var(--bad);border-color:var(--bad);color:#fff}
            .now{border-left:.3rem solid var(--bad);padding:.25rem 1rem;background:var(--soft)}
            .now ul{padding-left:1.2rem;margin:.4rem 0}.now li{margin:.3rem 0}
            .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
            td,th{border-bottom:1px solid var(--line);padding:.4rem;text-align:left;vertical-align:top}
            td:last-child{min-width:16rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:.5rem}
            """;

    private final Ledger ledger;
    private final Faults faults;
    private final Pusher pusher;

    LedgerPage(Ledger ledger, Faults faults, Pusher pusher) {
        this.ledger = ledger;
        this.faults = faults;
        this.pusher = pusher;
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
        call.html(new View(isEnglish(call)).page());
    }

    /** Where a form of the page leads back to. */
    static String address(Map<String, String> fields) {
        String language = fields.getOrDefault("lang", "");
        return List.of("fr", "en").contains(language) ? "/?lang=" + language : "/";
    }

    /** As asked for with {@code lang}, or else as the browser prefers; French when neither says. */
    private static boolean isEnglish(Call call) {
        return call.query("lang")
                .orElseGet(() -> call.header("Accept-Language").orElse("fr"))
                .startsWith("en");
    }

    /** The page in one language. */
    private final class View {
        private final boolean isEnglish;

        View(boolean isEnglish) {
            this.isEnglish = isEnglish;
        }

        private String say(String french, String english) {
            return isEnglish ? english : french;
        }

        String page() {
            String title = say("Fournisseurs simulés", "Simulated providers");
            return "<!doctype html><html lang=\"" + say("fr", "en") + "\"><meta charset=\"utf-8\">"
                    + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + title
                    + "</title><style>" + STYLE + "</style><header><h1>" + title + "</h1><nav><a href=\"/?lang="
                    + say("en\" lang=\"en\" hreflang=\"en\">English", "fr\" lang=\"fr\" hreflang=\"fr\">Français")
                    + "</a></nav></header><p>"
                    + say(
                            "Rien ne quitte cette machine : les SMS ci-dessous n'ont été envoyés à personne.",
                            "Nothing leaves this machine: the messages below were sent to nobody.")
                    + "</p>" + running() + "<h2>" + say("Pannes", "Faults") + "</h2><p>"
                    + say(
                            "Un bouton commande une panne ; un second clic la répare. « Seulement pour » prend des noms tels"
                                    + " que sensor03, sensor07.",
                            "A button orders a fault; a second click heals it. \"Only for\" takes names such as sensor03,"
                                    + " sensor07.")
                    + "</p>" + jumps() + "<div class=\"desks\">"
                    + Arrays.stream(Desk.values()).map(this::desk).collect(Collectors.joining()) + "</div>" + pushes()
                    + messages() + "</html>";
        }

        private String running() {
            Map<Fault, Faults.Order> orders = faults.orders();
            if (orders.isEmpty()) {
                return "<p>" + say("Aucune panne en cours.", "No fault is on.") + "</p>";
            }
            return "<form class=\"now\" method=\"post\" action=\"/faults\">" + language() + "<strong>"
                    + say("Pannes en cours", "Faults that are on") + "</strong><ul>"
                    + orders.entrySet().stream()
                            .map(order -> running(order.getKey(), order.getValue()))
                            .collect(Collectors.joining())
                    + "</ul><button name=\"kind\" value=\"heal\">" + say("Tout réparer", "Heal all")
                    + "</button></form>";
        }

        private String running(Fault fault, Faults.Order order) {
            String times = order.times() < 0
                    ? say("jusqu'à réparation", "until healed")
                    : say("encore " + order.times() + " fois", order.times() + " more times");
            String only = order.only().isEmpty()
                    ? ""
                    : say(", seulement ", ", only ")
                            + order.only().stream()
                                    .sorted()
                                    .map(LedgerPage::escape)
                                    .collect(Collectors.joining(", "));
            return "<li>" + fault.desk().label(isEnglish) + " : " + fault.kind().label(isEnglish) + " (" + times + only
                    + ") <button name=\"heal\" value=\"" + fault.code() + "\">" + say("Réparer", "Heal")
                    + "</button></li>";
        }

        private String desk(Desk desk) {
            boolean isByVehicle = desk == Desk.TRACKS || desk == Desk.TRACCAR;
            return "<form class=\"desk\" method=\"post\" action=\"/faults\">" + language() + "<h3>"
                    + desk.label(isEnglish)
                    + "</h3><div class=\"how\"><label>" + say("Combien de fois", "How often")
                    + " <select name=\"times\"><option value=\"-1\">" + say("jusqu'à réparation", "until healed")
                    + "</option>" + times(1) + times(3) + times(10) + "</select></label>"
                    + (isByVehicle
                            ? "<label>" + say("Seulement pour", "Only for")
                                    + " <input name=\"only\" placeholder=\"" + say("tous", "all")
                                    + "\" autocomplete=\"off\"></label>"
                            : "")
                    + "</div>"
                    + Arrays.stream(FaultKind.Topic.values())
                            .map(topic -> kinds(desk, topic))
                            .collect(Collectors.joining())
                    + "</form>";
        }

        /** The buttons of one topic, with its name where the desk has several. */
        private String kinds(Desk desk, FaultKind.Topic topic) {
            List<Fault> faultsOfDesk =
                    Fault.ALL.stream().filter(fault -> fault.desk() == desk).toList();
            String buttons = faultsOfDesk.stream()
                    .filter(fault -> fault.kind().topic() == topic)
                    .map(this::button)
                    .collect(Collectors.joining());
            boolean isAlone =
                    faultsOfDesk.stream().allMatch(fault -> fault.kind().topic() == topic);
            String title = isAlone ? "" : "<h4>" + topic.label(isEnglish) + "</h4>";
            return buttons.isEmpty() ? "" : title + "<div class=\"kinds\">" + buttons + "</div>";
        }

        private String jumps() {
            return Arrays.stream(Desk.values())
                    .map(desk -> "<a href=\"#" + desk.name() + "\">" + desk.label(isEnglish) + "</a>")
                    .collect(Collectors.joining("", "<nav class=\"jump\">", "</nav>"));
        }

        /** So that the page comes back in its language. */
        private String language() {
            return "<input type=\"hidden\" name=\"lang\" value=\"" + say("fr", "en") + "\">";
        }

        private String times(int count) {
            return "<option value=\"" + count + "\">" + count + say(" fois", count == 1 ? " time" : " times")
                    + "</option>";
        }

        private String button(Fault fault) {
            boolean isOn = faults.orders().containsKey(fault);
            return "<button name=\"" + (isOn ? "heal" : "kind") + "\" value=\"" + fault.code() + "\""
                    + (isOn ? " class=\"on\" aria-pressed=\"true\"" : "") + ">"
                    + fault.kind().label(isEnglish) + "</button>";
        }

        private String pushes() {
            return "<h2>" + say("Les boîtiers envoient", "Trackers push")
                    + "</h2><form class=\"desk\" method=\"post\">" + language() + "<div class=\"how\"><label>"
                    + say("Jour", "Day") + " <input type=\"date\" name=\"day\"></label><label>"
                    + say("Seulement pour", "Only for") + " <input name=\"only\" placeholder=\"" + say("tous", "all")
                    + "\" autocomplete=\"off\"></label><label>" + say("Positions par véhicule", "Positions of each")
                    + " <input type=\"number\" name=\"limit\" value=\"60\" min=\"1\" max=\"14400\"></label><label>"
                    + say("Preuve", "Proof") + " <select name=\"sign\"><option value=\"false\">"
                    + say("clé", "key") + "</option><option value=\"true\">" + say("signature", "signature")
                    + "</option></select></label></div><div class=\"kinds\"><button formaction=\"/push/eco-events\">"
                    + say("Événements et notes", "Eco events and marks")
                    + "</button><button formaction=\"/push/traccar-positions\">"
                    + say("Positions Traccar", "Traccar positions") + "</button></div>"
                    + (pusher.last().isEmpty() ? "" : "<pre>" + escape(pusher.last()) + "</pre>") + "</form>";
        }

        private String messages() {
            List<AcceptedSms> messages = ledger.messages();
            return "<h2>" + say("SMS acceptés (", "Messages accepted (") + messages.size()
                    + ")</h2><div class=\"scroll\"><table><thead><tr><th>" + say("Heure (UTC)", "Time (UTC)")
                    + "</th><th>"
                    + say("À", "To") + "</th><th>" + say("Référence", "Reference") + "</th><th>"
                    + say("Parties", "Parts") + "</th><th>" + say("Accusés", "Receipts") + "</th><th>"
                    + say("Texte", "Text") + "</th></tr></thead><tbody>"
                    + messages.stream().map(LedgerPage.this::row).collect(Collectors.joining())
                    + "</tbody></table></div>";
        }
    }

    private String row(AcceptedSms sms) {
        return "<tr><td>" + sms.at() + "<td>+" + escape(sms.to()) + "<td>" + escape(sms.clientRef()) + "<td>"
                + sms.messageIds().size() + "<td>" + ledger.receipts(sms) + "<td>" + escape(sms.text());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
