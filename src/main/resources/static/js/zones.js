/*
 * The editor of zones: what is drawn on the map is written into the GeoJSON text, and what is written there is drawn. The text
 * alone is sent, so that everything can be done without a mouse, and without this script.
 */
(function () {
  'use strict';

  var box = document.querySelector('[data-zones]');
  var text = document.querySelector('[data-text]');
  var tools = document.querySelector('[data-tools]');
  var list = document.querySelector('[data-list]');
  var row = document.querySelector('[data-row]');
  var closing = document.querySelector('[data-close]');
  var cancelling = document.querySelector('[data-cancel]');
  var map = window.maps.ground(box);
  var features = [];
  var shapes = L.featureGroup().addTo(map);
  var handles = L.featureGroup().addTo(map);
  var sketch = L.featureGroup().addTo(map);
  var drawing = null;

  map.setView([46.6, 2.4], 5);

  /* 1e-6 degrees are a tenth of a metre */
  function place(at) { return [Math.round(at.lng * 1e6) / 1e6, Math.round(at.lat * 1e6) / 1e6]; }

  function read() {
    try {
      var parsed = JSON.parse(text.value);
      features = Array.isArray(parsed.features) ? parsed.features : [];
      text.removeAttribute('aria-invalid');
      return true;
    } catch (wrong) {
      text.setAttribute('aria-invalid', 'true');
      return false;
    }
  }

  /* What is not understood here is left alone in the text: the server says what is wrong with it. */
  function isShown(feature) {
    return feature && feature.properties && feature.geometry && Array.isArray(feature.geometry.coordinates)
      && (feature.geometry.type !== 'Point' || feature.properties.radius_m > 0);
  }

  function write() {
    text.value = '{"type":"FeatureCollection","features":[\n'
      + features.map(function (feature) { return JSON.stringify(feature); }).join(',\n') + '\n]}\n';
  }

  function zoneOf(feature) {
    return {
      geometry: feature.geometry, radius: feature.properties.radius_m, type: String(feature.properties.type),
      title: feature.properties.name + ' – ' + feature.properties.type
    };
  }

  function draw() {
    shapes.clearLayers();
    handles.clearLayers();
    features.filter(isShown).forEach(function (feature) {
      var zone = zoneOf(feature);
      window.maps.named(window.maps.shape(zone), zone.title).addTo(shapes);
      corners(feature).forEach(function (corner) { handle(feature, corner); });
    });
  }

  /** Corners that can be dragged: long outlines have too many to show. */
  function corners(feature) {
    var geometry = feature.geometry;
    if (geometry.type === 'Point') {
      return [{ at: geometry.coordinates, move: function (to) { geometry.coordinates = to; } }];
    }
    if (geometry.type !== 'Polygon' || geometry.coordinates[0].length > 40) {
      return [];
    }
    return geometry.coordinates.reduce(function (all, ring) {
      return all.concat(ring.slice(0, -1).map(function (at, index) {
        return {
          at: at,
          move: function (to) {
            ring[index] = to;
            if (index === 0) {
              ring[ring.length - 1] = to;
            }
          }
        };
      }));
    }, []);
  }

  function handle(feature, corner) {
    var icon = L.divIcon({ className: 'corner', iconSize: [14, 14] });
    var marker = L.marker([corner.at[1], corner.at[0]], { draggable: true, icon: icon, keyboard: false });
    marker.on('dragend', function () {
      corner.move(place(marker.getLatLng()));
      write();
      draw();
    });
    marker.addTo(handles);
  }

  function rows() {
    list.querySelectorAll('.drawn-zone').forEach(function (old) { old.remove(); });
    features.filter(isShown).forEach(function (feature) { list.appendChild(rowOf(feature)); });
    list.hidden = features.length === 0;
  }

  function rowOf(feature) {
    var part = row.content.firstElementChild.cloneNode(true);
    var properties = feature.properties;
    var type = part.querySelector('[data-type]');
    field(part.querySelector('[data-name]'), properties.name, function (value) { properties.name = value; });
    if (![].some.call(type.options, function (option) { return option.value === properties.type; })) {
      type.add(new Option(properties.type, properties.type));
    }
    field(type, properties.type, function (value) { properties.type = value; });
    field(part.querySelector('[data-priority]'), properties.priority || 0, function (value) { properties.priority = Number(value) || 0; });
    if (feature.geometry.type === 'Point') {
      part.querySelector('[data-radius-label]').hidden = false;
      field(part.querySelector('[data-radius]'), properties.radius_m, function (value) { properties.radius_m = Number(value); });
    }
    part.querySelector('[data-remove]').addEventListener('click', function () {
      features.splice(features.indexOf(feature), 1);
      write();
      draw();
      rows();
    });
    return part;
  }

  function field(input, value, set) {
    input.value = value === undefined ? '' : value;
    input.addEventListener('change', function () {
      set(input.value);
      write();
      draw();
    });
  }

  function begin(kind) {
    cancel();
    drawing = { kind: kind, places: [] };
    cancelling.hidden = false;
    box.classList.add('drawing');
  }

  function cancel() {
    drawing = null;
    sketch.clearLayers();
    closing.hidden = true;
    cancelling.hidden = true;
    box.classList.remove('drawing');
  }

  map.on('click', function (event) {
    if (!drawing) {
      return;
    }
    drawing.places.push(event.latlng);
    if (drawing.kind === 'circle' && drawing.places.length === 2) {
      var radius = Math.max(1, Math.round(map.distance(drawing.places[0], drawing.places[1])));
      add({ type: 'Point', coordinates: place(drawing.places[0]) }, { radius_m: radius });
      return;
    }
    sketch.clearLayers();
    L.polyline(drawing.places, { className: 'sketch', weight: 2 }).addTo(sketch);
    drawing.places.forEach(function (at) { L.circleMarker(at, { radius: 4, className: 'sketch' }).addTo(sketch); });
    closing.hidden = drawing.kind !== 'polygon' || drawing.places.length < 3;
  });

  function add(geometry, more) {
    var properties = Object.assign({ name: free(box.dataset.newZone), type: 'load', priority: 10 }, more);
    features.push({ type: 'Feature', id: freeId(), properties: properties, geometry: geometry });
    cancel();
    write();
    draw();
    rows();
    var added = list.querySelector('.drawn-zone:last-child [data-name]');
    added.focus();
    added.select();
  }

  function free(name) {
    var taken = features.filter(isShown).map(function (feature) { return feature.properties.name; });
    var number = 1;
    while (taken.indexOf(name + (number > 1 ? ' ' + number : '')) >= 0) {
      number++;
    }
    return name + (number > 1 ? ' ' + number : '');
  }

  function freeId() {
    var taken = features.filter(isShown).map(function (feature) { return String(feature.id).replace(/^.*-/, ''); });
    var number = 1;
    while (taken.indexOf('z' + number) >= 0) {
      number++;
    }
    return 'z' + number;
  }

  closing.addEventListener('click', function () {
    var ring = drawing.places.map(place);
    ring.push(ring[0]);
    add({ type: 'Polygon', coordinates: [ring] }, {});
  });
  cancelling.addEventListener('click', cancel);
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && drawing) {
      cancel();
    }
  });
  tools.querySelectorAll('[data-draw]').forEach(function (tool) {
    tool.addEventListener('click', function () { begin(tool.dataset.draw); });
  });
  text.addEventListener('change', function () {
    if (read()) {
      draw();
      rows();
      window.maps.fit(map, shapes);
    }
  });

  var file = document.querySelector('[data-largest]');
  file.addEventListener('change', function () {
    var large = file.files.length > 0 && file.files[0].size > Number(file.dataset.largest);
    file.setCustomValidity(large ? file.dataset.tooLarge : '');
    file.reportValidity();
  });

  tools.hidden = false;
  if (read()) {
    draw();
    rows();
    window.maps.fit(map, shapes);
  }
  box.dataset.ready = 'yes';
})();
