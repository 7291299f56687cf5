package org.optimizer.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Site;
import org.optimizer.process.KpiDesk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the vehicles of a site did in a week: the page, and the same as a workbook and as text for other tools. */
@Controller
class KpiController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final KpiDesk desk;

    KpiController(KpiDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/kpis")
    String first() {
        return desk.sites().stream()
                .findFirst()
                .map(site -> "forward:" + KpiPage.path(site.id()))
                .orElse("redirect:/");
    }

    @GetMapping("/sites/{siteId}/kpis")
    String week(
            @PathVariable String siteId,
            @RequestParam(defaultValue = "") String week,
            @ModelAttribute("say") Words say,
            Model model) {
        List<Site> sites = desk.sites();
        model.addAttribute("page", KpiPage.of(desk.week(known(siteId), weekOf(siteId, week)), sites, say));
        return "kpis";
    }

    @GetMapping("/sites/{siteId}/kpis.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable String siteId,
            @RequestParam(defaultValue = "") String week,
            @ModelAttribute("say") Words say) {
        KpiDesk.Export export = desk.export(known(siteId), weekOf(siteId, week));
        return file(export, "xlsx", "", XLSX, KpiWorkbook.of(export, say));
    }

    /** @param table days or cycles */
    @GetMapping("/sites/{siteId}/kpis.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String siteId,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "days") String table,
            @ModelAttribute("say") Words say,
            Locale locale) {
        KpiDesk.Export export = desk.export(known(siteId), weekOf(siteId, week));
        ExportTable rows = ExportTable.all(export, say).stream()
                .filter(candidate -> candidate.id().equals(table))
                .findFirst()
                .orElseThrow(KpiController::notFound);
        return file(export, "csv", "-" + table, CSV, SemicolonCsv.of(rows, locale));
    }

    private static ResponseEntity<byte[]> file(
            KpiDesk.Export export, String ending, String part, MediaType type, byte[] content) {
        String name = export.site().id() + "-" + export.week() + part + "." + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private String known(String siteId) {
        if (desk.sites().stream().noneMatch(site -> site.id().equals(siteId))) {
            throw notFound();
        }
        return siteId;
    }

    private IsoWeek weekOf(String siteId, String week) {
        try {
            return week.isBlank() ? desk.lastWeek(known(siteId)) : IsoWeek.parse(week.strip());
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, wrong);
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
