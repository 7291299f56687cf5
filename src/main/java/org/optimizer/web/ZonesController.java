package org.optimizer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.process.ZoneDesk;
import org.optimizer.process.ZoneDesk.Count;
import org.optimizer.process.ZoneDesk.Ground;
import org.optimizer.process.ZoneDesk.Trial;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A site's zones: to draw, to import, to try on a past day before they are saved. */
@Controller
class ZonesController {
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private static final long LARGEST_FILE = 1 << 20;

    private final ZoneDesk desk;
    private final MapTiles tiles;

    ZonesController(ZoneDesk desk, MapTiles tiles) {
        this.desk = desk;
        this.tiles = tiles;
    }

    @GetMapping("/zones")
    String first() {
        return desk.sites().stream()
                .findFirst()
                .map(site -> "forward:" + ZonePage.path(site.id()))
                .orElse("redirect:/");
    }

    @GetMapping("/sites/{siteId}/zones")
    String zones(@PathVariable String siteId, @ModelAttribute("say") Words say, Model model) {
        Ground ground = ground(siteId);
        return show(ground, ZonePage.Draft.none(ground.today()), say, model);
    }

    private Ground ground(String siteId) {
        try {
            return desk.look(siteId);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }

    private String show(Ground ground, ZonePage.Draft draft, Words say, Model model) {
        int days = desk.daysSince(ground.site().id(), ZonePage.since(ground));
        String saved = desk.write(ground.zones());
        model.addAttribute("page", ZonePage.of(ground, saved, draft, days, desk.sites(), say));
        model.addAttribute("tiles", tiles);
        return "zones";
    }

    @GetMapping("/sites/{siteId}/zones.geojson")
    ResponseEntity<byte[]> export(@PathVariable String siteId) {
        Ground ground = ground(siteId);
        String name = ground.site().id() + "-zones.geojson";
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(desk.write(ground.zones()).getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file on the desk; nothing is saved. */
    @PostMapping("/sites/{siteId}/zones/import")
    String put(
            @PathVariable String siteId,
            @RequestParam MultipartFile file,
            @ModelAttribute("say") Words say,
            Model model) {
        Ground ground = ground(siteId);
        if (file.getSize() > LARGEST_FILE) {
            throw new MultipartException("a file of zones: expected at most " + LARGEST_FILE + " bytes");
        }
        LocalDate yesterday = ground.today().minusDays(1);
        String text = text(file);
        String mistake = "";
        try {
            text = desk.asGeoJson(siteId, text);
            desk.read(siteId, text);
        } catch (IllegalArgumentException wrong) {
            mistake = wrong.getMessage();
        }
        return show(ground, new ZonePage.Draft(text, Optional.empty(), "", mistake, "", yesterday), say, model);
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file.getOriginalFilename() + ": cannot be read", e);
        }
    }

    /** What a past day would be; nothing is saved. */
    @PostMapping("/sites/{siteId}/zones/trial")
    String tryOut(
            @PathVariable String siteId,
            @RequestParam String text,
            @RequestParam String vehicle,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @ModelAttribute("say") Words say,
            Model model) {
        Ground ground = ground(siteId);
        try {
            Optional<Trial> trial = desk.tryOut(siteId, desk.read(siteId, text), vehicle, day);
            String sentence = trial.map(tried -> sentence(tried, say))
                    .orElseGet(() -> say.text("zones.trial.no-data", say.day(day), vehicle));
            return show(ground, new ZonePage.Draft(text, trial, sentence, "", vehicle, day), say, model);
        } catch (IllegalArgumentException wrong) {
            return show(
                    ground,
                    new ZonePage.Draft(text, Optional.empty(), "", wrong.getMessage(), vehicle, day),
                    say,
                    model);
        }
    }

    private static String sentence(Trial trial, Words say) {
        Count drawn = trial.drawn();
        Count saved = trial.saved();
        return say.text(
                "zones.trial.sum",
                say.day(trial.day()),
                trial.vehicle().name(),
                drawn.visits(),
                saved.visits(),
                drawn.cycles(),
                saved.cycles());
    }

    @PostMapping("/sites/{siteId}/zones")
    String save(
            @PathVariable String siteId,
            @RequestParam String text,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        Ground ground = ground(siteId);
        try {
            List<Zone> drawn = desk.read(siteId, text);
            desk.save(siteId, drawn);
            next.addFlashAttribute("done", say.text("zones.saved", drawn.size()));
            return "redirect:" + ZonePage.path(siteId);
        } catch (IllegalArgumentException wrong) {
            LocalDate yesterday = ground.today().minusDays(1);
            return show(
                    ground,
                    new ZonePage.Draft(text, Optional.empty(), "", wrong.getMessage(), "", yesterday),
                    say,
                    model);
        }
    }

    /** A file that is too large, or none. */
    @ExceptionHandler(MultipartException.class)
    void noFile(HttpServletResponse answer) throws IOException {
        answer.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /**
     * @param pair names of a load and an unload zone with a line break between them, as often as there are pairs, and one empty:
     *     none at all would be a form that lost its fields
     */
    @PostMapping("/sites/{siteId}/zones/pairs")
    String savePairs(
            @PathVariable String siteId,
            @RequestParam String[] pair,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        ground(siteId);
        List<ZonePair> pairs = Arrays.stream(pair)
                .map(names -> names.split("\r?\n", 2))
                .filter(names -> names.length == 2)
                .map(names -> new ZonePair(siteId, names[0], names[1]))
                .distinct()
                .toList();
        desk.savePairs(siteId, pairs);
        next.addFlashAttribute("done", say.text("zones.pairs.saved", pairs.size()));
        return "redirect:" + ZonePage.path(siteId);
    }

    @PostMapping("/sites/{siteId}/zones/again")
    String countAgain(
            @PathVariable String siteId,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate since,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        ground(siteId);
        try {
            int days = desk.countAgain(siteId, since, by.getName());
            next.addFlashAttribute("done", say.text("zones.again.started", days, say.day(since)));
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("refusal", say.text("zones.wrong", wrong.getMessage()));
        }
        return "redirect:" + ZonePage.path(siteId);
    }
}
