package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RuleBoard;
import org.optimizer.process.RuleBoard.Tables;
import org.optimizer.process.RuleDesk;
import org.optimizer.process.RuleDesk.Proposed;
import org.optimizer.rules.RulesException;
import org.optimizer.rules.TableView;
import org.optimizer.web.RuleTablePage.Typed;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tables of the rules: to read, to change in the page, to take along as a workbook and to bring back. */
@Controller
@RequestMapping("/rules")
class RuleTableController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final RuleBoard board;
    private final RuleDesk desk;

    RuleTableController(RuleBoard board, RuleDesk desk) {
        this.board = board;
        this.desk = desk;
    }

    @GetMapping("/{table}")
    String table(
            @PathVariable String table,
            @RequestParam(defaultValue = "false") boolean edit,
            @ModelAttribute("reader") Reader reader,
            @ModelAttribute("say") Words say,
            Model model) {
        Tables tables = board.tables();
        Typed nothing = Typed.nothing(edit && reader.authorsRules());
        model.addAttribute("page", RuleTablePage.of(view(tables, table), tables, nothing, say));
        return "rule-table";
    }

    private static TableView view(Tables tables, String table) {
        return tables.views().stream()
                .filter(view -> view.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param sent every field of the form: cells among them */
    @PostMapping("/{table}")
    String edit(
            @PathVariable String table,
            @RequestParam String base,
            @RequestParam String why,
            @RequestParam Map<String, String> sent,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model) {
        Tables tables = board.tables();
        TableView view = view(tables, table);
        Typed typed = new Typed(true, sent, List.of(), why);
        try {
            Proposed proposed = desk.edit(base, RuleTablePage.changed(view, sent, say), why, by.getName());
            if (proposed.changeId().isPresent()) {
                return "redirect:" + RulesPage.link(proposed.changeId().get());
            }
            typed = new Typed(true, sent, proposed.problems(), why);
        } catch (Refused refused) {
            boolean outdated = refused.code().equals("rules-changed");
            typed = outdated ? Typed.nothing(true) : typed;
            model.addAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
        } catch (RulesException wrong) {
            model.addAttribute("refusal", say.text("refused.other", wrong.getMessage()));
        }
        model.addAttribute("page", RuleTablePage.of(view, tables, typed, say));
        return "rule-table";
    }

    @GetMapping("/workbook")
    ResponseEntity<byte[]> workbook(@ModelAttribute("say") Words say) {
        return file("rules.xlsx", XLSX, board.workbook(say.locale()));
    }

    /** As it stands in the rules folder. */
    @GetMapping("/{table}/csv")
    ResponseEntity<byte[]> csv(@PathVariable String table) {
        String text = board.csv(table).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(table + ".table.csv", CSV, text.getBytes(UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    @PostMapping("/upload")
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        Proposed[] proposed = new Proposed[1];
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        RuleController.attempt(why, say, next, () -> proposed[0] = desk.upload(name, bytes(file), why, by.getName()));
        if (proposed[0] == null) {
            return "redirect:/rules";
        }
        if (proposed[0].changeId().isPresent()) {
            return "redirect:" + RulesPage.link(proposed[0].changeId().get());
        }
        model.addAttribute("typed", why);
        model.addAttribute("page", RuleUploadPage.of(name, proposed[0].problems(), say));
        return "rule-upload";
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file.getOriginalFilename() + ": cannot be read", e);
        }
    }

    /** A file that is too large, or none. */
    @ExceptionHandler(MultipartException.class)
    void noFile(HttpServletResponse answer) throws IOException {
        answer.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
