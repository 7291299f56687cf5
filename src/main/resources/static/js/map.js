/*
 * Draws maps: <div data-map data-scene="/address"> shows the zones, lines and standstills that the address answers with. Without
 * data-tiles the ground stays plain. The editor of zones draws through window.maps.
 */
(function () {
  'use strict';

  var empty = { zones: [], lines: [], standstills: [] };

  function ground(box) {
    var map = L.map(box, { zoomControl: true, attributionControl: Boolean(box.dataset.attribution), preferCanvas: false });
    if (box.dataset.tiles) {
      L.tileLayer(box.dataset.tiles, { maxZoom: 19, attribution: box.dataset.attribution || '' }).addTo(map);
    } else {
      box.classList.add('plain');
    }
    L.control.scale({ imperial: false }).addTo(map);
    return map;
  }

  /* GeoJSON says [longitude, latitude]. */
  function turned(ring) {
    return ring.map(function (place) { return [place[1], place[0]]; });
  }

  function shape(zone) {
    var look = { className: 'zone zone-' + zone.type, weight: 2 };
    var places = zone.geometry.coordinates;
    if (zone.geometry.type === 'Point') {
      return L.circle([places[1], places[0]], Object.assign({ radius: zone.radius }, look));
    }
    var polygons = zone.geometry.type === 'Polygon' ? [places] : places;
    return L.polygon(polygons.map(function (rings) { return rings.map(turned); }), look);
  }

  function named(layer, text) {
    var label = document.createElement('span');
    label.textContent = text;
    return layer.bindTooltip(label);
  }

  function show(map, scene) {
    var group = L.featureGroup();
    scene.zones.forEach(function (zone) { named(shape(zone), zone.title).addTo(group); });
    scene.lines.forEach(function (line) {
      L.polyline(line, { className: 'trace', weight: 2, interactive: false }).addTo(group);
    });
    scene.standstills.forEach(function (stand) {
      named(L.circleMarker(stand.at, { radius: 5, weight: 1, className: 'stand ' + stand.look }), stand.title).addTo(group);
    });
    group.addTo(map);
    return group;
  }

  function fit(map, group) {
    var bounds = group.getBounds();
    if (bounds.isValid()) {
      map.fitBounds(bounds, { padding: [16, 16], animate: false });
    } else {
      map.setView([46.6, 2.4], 5);
    }
  }

  window.maps = { ground: ground, show: show, shape: shape, named: named, fit: fit };

  document.querySelectorAll('[data-map][data-scene]').forEach(function (box) {
    var map = ground(box);
    map.setView([46.6, 2.4], 5);
    fetch(box.dataset.scene, { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : empty; })
      .then(function (scene) {
        fit(map, show(map, scene));
        box.dataset.ready = 'yes';
      });
  });
})();
