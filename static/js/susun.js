// Menata baris dengan menyeret pegangannya, atau dengan tombol panah di pegangan itu.
// Nomor urut tetap ada: tanpa skrip ini, nomor itulah yang menata baris.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-susun]");
  if (!form) return;
  var status = d.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(status);
  var dragged = null;

  function order(row) { return row.querySelector("input[name$='-order']"); }
  function text(row) {
    var box = row.querySelector("[name$='-text']");
    return box ? box.value.trim() : "";
  }
  // Rekomendasi tanpa nomor dan baris kosong menunggu di bawah; mereka belum punya tempat.
  function waits(row) { return !order(row).value && (!text(row) || row.querySelector("[name$='-recommendation'][value]:not([value=''])")); }
  function rows() { return Array.from(form.querySelectorAll(".card[role=group]")).filter(order); }
  function number() {
    var place = 0;
    rows().forEach(function (row) {
      if (row.dataset.ditata === undefined && waits(row)) return;
      place += 1;
      order(row).value = place;
    });
  }
  function tell(row) {
    var placed = rows().filter(function (one) { return order(one).value; });
    status.textContent = (text(row) || "Baris") + ": tempat " + order(row).value + " dari " + placed.length;
  }
  function settle(row) {
    row.dataset.ditata = "";
    number();
    tell(row);
  }
  function step(row, by) {
    var all = rows(), other = all[all.indexOf(row) + by];
    if (!other) return;
    // Yang digeser tetap di tempatnya dalam dokumen: fokus dan seretan tidak putus.
    if (by < 0) row.after(other); else row.before(other);
    settle(row);
    row.scrollIntoView({ block: "nearest" });
  }
  function follow(event) {
    if (!dragged) return;
    event.preventDefault();
    var y = event.clientY;
    if (y < 80) window.scrollBy(0, -16);
    else if (y > window.innerHeight - 120) window.scrollBy(0, 16);
    var all = rows(), here = all.indexOf(dragged);
    all.some(function (row, place) {
      var box = row.getBoundingClientRect();
      if (row === dragged || y < box.top || y > box.bottom) return false;
      var middle = box.top + box.height / 2;
      if (place < here && y < middle) dragged.after.apply(dragged, all.slice(place, here));
      if (place > here && y > middle) dragged.before.apply(dragged, all.slice(here + 1, place + 1));
      return true;
    });
  }
  function drop() {
    if (!dragged) return;
    var row = dragged;
    dragged = null;
    row.classList.remove("diseret");
    settle(row);
  }

  rows().forEach(function (row) {
    var grip = d.createElement("button");
    grip.type = "button";
    grip.className = "btn btn-sm btn-outline-primary pegangan";
    grip.innerHTML = '<span aria-hidden="true">↕</span>';
    grip.append("Geser");
    grip.setAttribute("aria-label", "Geser " + row.querySelector("h2, h3").textContent + ": seret, atau panah naik dan turun");
    grip.addEventListener("pointerdown", function (event) {
      if (event.button) return;
      dragged = row;
      row.classList.add("diseret");
      grip.setPointerCapture(event.pointerId);
    });
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("pointerup", drop);
    grip.addEventListener("pointercancel", drop);
    grip.addEventListener("keydown", function (event) {
      var by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(row, by);
    });
    row.querySelector(".kt").append(grip);
  });
})(document);
