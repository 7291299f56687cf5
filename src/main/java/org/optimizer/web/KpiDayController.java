package org.optimizer.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.optimizer.process.KpiDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** A vehicle's day: its cycles, visits and standstills, and the map that shows where. */
@Controller
@RequestMapping("/sites/{siteId}/vehicles/{vehicleId}/days/{day}")
class KpiDayController {
    private final KpiDesk desk;
    private final MapTiles tiles;

    KpiDayController(KpiDesk desk, MapTiles tiles) {
        this.desk = desk;
        this.tiles = tiles;
    }

    @GetMapping
    String day(
            @PathVariable String siteId,
            @PathVariable String vehicleId,
            @PathVariable String day,
            @ModelAttribute("say") Words say,
            Model model) {
        try {
            model.addAttribute("page", DayPage.of(desk.day(siteId, vehicleId, LocalDate.parse(day)), say));
        } catch (IllegalArgumentException | DateTimeParseException unknown) {
            throw notFound(unknown);
        }
        model.addAttribute("tiles", tiles);
        return "vehicle-day";
    }

    @GetMapping(value = "/map.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ObjectNode map(
            @PathVariable String siteId,
            @PathVariable String vehicleId,
            @PathVariable String day,
            @ModelAttribute("say") Words say) {
        try {
            return MapScene.of(desk.scene(siteId, vehicleId, LocalDate.parse(day)), say);
        } catch (IllegalArgumentException | DateTimeParseException unknown) {
            throw notFound(unknown);
        }
    }

    private static ResponseStatusException notFound(RuntimeException cause) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, null, cause);
    }
}
