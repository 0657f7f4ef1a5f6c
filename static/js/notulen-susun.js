// Menyusun butir notulen dengan papan ketik dan tombol; tanpa skrip ini tombolnya dikirim ke server.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-notulen]");
  if (!form) return;
  var DEEPEST = 2;
  var pattern = d.getElementById("pola-butir");
  var lastArea = null;
  var N = (window.Notulen = {});

  N.rows = function () { return Array.from(form.querySelectorAll("li[data-kunci]")); };
  N.area = function (row) { return row.querySelector("textarea"); };
  N.find = function (key) { return form.querySelector('li[data-kunci="' + key + '"]'); };
  N.list = function (section) { return form.querySelector('ol[data-bagian="' + section + '"]'); };
  N.sectionOf = function (row) { return row.closest("ol").dataset.bagian; };
  N.depthOf = function (row) { return Number(row.dataset.tingkat); };
  N.newKey = function () {
    var bytes = crypto.getRandomValues(new Uint8Array(8));
    return Array.from(bytes, function (b) { return b.toString(16).padStart(2, "0"); }).join("");
  };
  N.make = function (key, depth, text) {
    var box = d.createElement("ol");
    box.innerHTML = pattern.innerHTML.split("POLA").join(key);
    var row = box.firstElementChild;
    row.dataset.tingkat = depth;
    N.area(row).value = text;
    return row;
  };
  N.grow = function (area) {
    area.style.height = "auto";
    area.style.height = area.scrollHeight + 2 + "px";
  };
  // Nomor, label, dan isian tersembunyi mengikuti tempat butir.
  N.renumber = function () {
    form.querySelectorAll("ol[data-bagian]").forEach(function (list) {
      var counts = [], above = -1;
      var isFixed = !list.querySelector(".alat");
      Array.from(list.children).forEach(function (row) {
        var depth = isFixed ? 0 : Math.max(0, Math.min(N.depthOf(row), above + 1, DEEPEST));
        above = depth;
        row.dataset.tingkat = depth;
        counts = counts.slice(0, depth + 1);
        while (counts.length <= depth) counts.push(0);
        counts[depth] += 1;
        row.querySelector("[name=butir]").value = row.dataset.kunci + ":" + list.dataset.bagian + ":" + depth;
        var number = row.querySelector(".nomor");
        if (!number) return;
        number.textContent = counts.join(".");
        row.querySelector("label .visually-hidden").textContent = list.dataset.judul + ", butir " + counts.join(".");
        var tools = row.querySelector("summary .visually-hidden");
        if (tools) tools.textContent = "Tindakan untuk " + list.dataset.judul + ", butir " + counts.join(".");
      });
    });
  };
  N.changed = function () {
    N.renumber();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  function blockOf(row) {
    var block = [row];
    for (var next = row.nextElementSibling; next && N.depthOf(next) > N.depthOf(row); next = next.nextElementSibling) block.push(next);
    return block;
  }
  function isEmptyTail(row) { return !row.nextElementSibling && !N.area(row).value.trim(); }
  function neighbourList(row, step) {
    var lists = Array.from(form.querySelectorAll("ol[data-bagian]")).filter(function (list) { return list.querySelector(".alat") || list.dataset.bagian === N.sectionOf(row); });
    return lists[lists.indexOf(row.closest("ol")) + step];
  }
  function moveUp(row) {
    var place = row.previousElementSibling;
    while (place && N.depthOf(place) > N.depthOf(row)) place = place.previousElementSibling;
    if (place && N.depthOf(place) < N.depthOf(row)) return;
    if (place) return place.before.apply(place, blockOf(row));
    var list = !N.depthOf(row) && neighbourList(row, -1);
    if (!list) return;
    var tail = list.lastElementChild;
    if (tail && isEmptyTail(tail)) tail.before.apply(tail, blockOf(row));
    else list.append.apply(list, blockOf(row));
  }
  function moveDown(row) {
    var block = blockOf(row);
    var next = block[block.length - 1].nextElementSibling;
    if (next && N.depthOf(next) < N.depthOf(row)) return;
    if (next && !isEmptyTail(next)) {
      var other = blockOf(next);
      other[other.length - 1].after.apply(other[other.length - 1], block);
      return;
    }
    var list = !N.depthOf(row) && neighbourList(row, 1);
    if (list) list.prepend.apply(list, block);
  }
  function indent(row, step) {
    var above = row.previousElementSibling;
    if (step > 0 && (!above || N.depthOf(above) < N.depthOf(row) || N.depthOf(row) >= DEEPEST)) return;
    if (step < 0 && !N.depthOf(row)) return;
    blockOf(row).forEach(function (one) { one.dataset.tingkat = Math.min(N.depthOf(one) + step, DEEPEST); });
  }
  N.addBelow = function (row, text, depth) {
    var block = blockOf(row);
    var made = N.make(N.newKey(), depth === undefined ? N.depthOf(row) : depth, text);
    block[block.length - 1].after(made);
    N.grow(N.area(made));
    return made;
  };
  N.remove = function (row) {
    var near = row.previousElementSibling || row.nextElementSibling;
    if (!near) { N.area(row).value = ""; return N.area(row).focus(); }
    row.remove();
    N.area(near).focus();
  };
  function run(command, row) {
    if (command === "hapus") N.remove(row);
    else if (command === "tambah") return N.area(N.addBelow(row, "")).focus();
    else {
      if (command === "naik") moveUp(row);
      if (command === "turun") moveDown(row);
      if (command === "masuk") indent(row, 1);
      if (command === "keluar") indent(row, -1);
      N.area(row).focus();
    }
    N.changed();
  }

  function insertPhrase(text) {
    var area = lastArea && lastArea.isConnected ? lastArea : N.area(N.list("pembahasan").lastElementChild);
    var start = area.selectionStart;
    var before = area.value.slice(0, start);
    var gap = before && !/\s$/.test(before) ? " " : "";
    area.setRangeText(gap + text, start, area.selectionEnd, "end");
    area.focus();
    N.grow(area);
    N.changed();
  }

  form.addEventListener("click", function (event) {
    var button = event.target.closest("button[name=aksi]");
    if (!button) return;
    var parts = button.value.split(":");
    if (parts[0] === "frasa") {
      event.preventDefault();
      insertPhrase(button.dataset.frasa);
    } else if (parts[1]) {
      event.preventDefault();
      button.closest("details").open = false;
      run(parts[0], button.closest("li"));
    }
  });
  form.addEventListener("focusin", function (event) {
    if (event.target.matches("textarea")) lastArea = event.target;
  });
  form.addEventListener("input", function (event) {
    if (event.target.matches && event.target.matches("textarea")) N.grow(event.target);
  });
  form.addEventListener("keydown", function (event) {
    var area = event.target;
    if (!area.matches("textarea") || event.isComposing) return;
    var row = area.closest("li");
    var isFixed = !row.querySelector(".alat");
    var moves = { ArrowUp: "naik", ArrowDown: "turun", ArrowRight: "masuk", ArrowLeft: "keluar" };
    if (event.altKey && event.shiftKey && moves[event.key] && !isFixed) {
      event.preventDefault();
      run(moves[event.key], row);
    } else if (event.key === "Enter" && !isFixed) {
      event.preventDefault();
      var rest = area.value.slice(area.selectionEnd);
      area.value = area.value.slice(0, area.selectionStart);
      var made = N.area(N.addBelow(row, rest.trim()));
      made.focus();
      made.setSelectionRange(0, 0);
      N.grow(area);
      N.changed();
    } else if (event.key === "Backspace" && !area.value && !isFixed) {
      event.preventDefault();
      N.remove(row);
      N.changed();
    }
  });
  // Naskah tempelan berbaris-baris menjadi butir dan sub butir.
  form.addEventListener("paste", function (event) {
    var area = event.target;
    var row = area.closest("li");
    var text = event.clipboardData.getData("text/plain");
    if (!row.querySelector(".alat") || text.trim().indexOf("\n") < 0) return;
    event.preventDefault();
    var lines = text.split(/\r?\n/).map(function (line) { return line.trim(); }).filter(Boolean);
    var depth = N.depthOf(row);
    area.setRangeText(lines.shift().replace(/^\d{1,3}[.)]\s+/, ""), area.selectionStart, area.selectionEnd, "end");
    lines.forEach(function (line) {
      var isSub = /^[-*•–]\s+/.test(line);
      var next = N.make(N.newKey(), Math.min(depth + (isSub ? 1 : 0), DEEPEST), line.replace(/^(\d{1,3}[.)]|[-*•–])\s+/, ""));
      row.after(next);
      row = next;
      N.grow(N.area(next));
    });
    N.grow(area);
    N.changed();
  });

  N.rows().forEach(function (row) { N.grow(N.area(row)); });
})(document);
