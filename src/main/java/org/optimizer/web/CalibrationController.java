package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.process.Calibration;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RuleDesk;
import org.optimizer.rules.RulesException;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposes rules from a fleet's own weeks, and shows what they would change; somebody else decides whether they are adopted. */
@Controller
class CalibrationController {
    private final Calibration calibration;
    private final RuleDesk desk;

    CalibrationController(Calibration calibration, RuleDesk desk) {
        this.calibration = calibration;
        this.desk = desk;
    }

    @GetMapping("/contests/{contestId}/calibration")
    String calibration(@PathVariable String contestId, @ModelAttribute("say") Words say, Model model) {
        model.addAttribute("page", CalibrationPage.of(found(() -> calibration.offer(contestId)), say));
        return "calibration";
    }

    @PostMapping("/contests/{contestId}/calibration")
    String propose(
            @PathVariable String contestId,
            @RequestParam(defaultValue = "") List<String> weeks,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            List<IsoWeek> chosen =
                    found(() -> weeks.stream().map(IsoWeek::parse).toList());
            return "redirect:/drafts/" + found(() -> calibration.propose(contestId, chosen, why, by.getName()));
        } catch (Refused refused) {
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
        } catch (RulesException impossible) {
            next.addFlashAttribute("refusal", say.text("refused.other", impossible.getMessage()));
        }
        next.addFlashAttribute("typed", why);
        return "redirect:/contests/{contestId}/calibration";
    }

    @GetMapping("/drafts/{draftId}")
    String draft(@PathVariable String draftId, @ModelAttribute("say") Words say, Model model) {
        model.addAttribute("page", DraftPage.of(found(() -> calibration.view(draftId)), say));
        return "draft";
    }

    /** Makes a change of the rules of the draft, for somebody else to decide on. */
    @PostMapping("/drafts/{draftId}/proposal")
    String adopt(
            @PathVariable String draftId,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        String[] change = new String[1];
        RuleController.attempt(
                why,
                say,
                next,
                () -> change[0] = desk.propose(
                        found(() -> calibration.filesToPropose(draftId)), Origin.CALIBRATION, why, by.getName()));
        return "redirect:" + (change[0] == null ? "/drafts/{draftId}" : RulesPage.link(change[0]));
    }

    /** The files that the draft changes, as they go into the rules folder. */
    @GetMapping("/drafts/{draftId}/files")
    ResponseEntity<byte[]> files(@PathVariable String draftId) {
        byte[] zip = zip(found(() -> calibration.changedFiles(draftId)));
        ContentDisposition name = ContentDisposition.attachment()
                .filename("rules-" + draftId + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(zip);
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What nobody knows is not found. */
    private static <T> T found(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }
}
