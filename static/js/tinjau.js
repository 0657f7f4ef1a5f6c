// Meja verifikasi dengan papan ketik; setiap tindakan juga punya tombolnya sendiri.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-tinjau]");
  if (!form) return;
  var toggle = d.getElementById("pintasan");
  var areas = Array.from(form.querySelectorAll('textarea[name^="catatan-"]'));
  var evidence = Array.from(form.querySelectorAll("[data-bukti]"));
  var phrases = Array.from(form.querySelectorAll("[data-frasa]"));
  var last = null, shown = -1;

  try { toggle.checked = localStorage.getItem("pintasan") !== "mati"; } catch (e) { /* tidak disimpan */ }
  toggle.addEventListener("change", function () {
    try { localStorage.setItem("pintasan", toggle.checked ? "hidup" : "mati"); } catch (e) { /* tidak disimpan */ }
  });

  function open(area) {
    var box = area.closest("details");
    if (box) box.open = true;
    area.focus();
  }
  function say(text) {
    var area = last || d.getElementById("c-umum");
    open(area);
    var gap = area.value && !/\s$/.test(area.value) ? " " : "";
    area.setRangeText(gap + text, area.value.length, area.value.length, "end");
  }
  function look() {
    if (!evidence.length) return;
    shown = (shown + 1) % evidence.length;
    evidence[shown].click();
    evidence[shown].focus();
  }
  // Di layar lebar bukti pertama langsung tampil; mengisi src tidak menambah langkah tombol Kembali.
  var frame = d.querySelector(".pratinjau");
  if (frame && evidence.length && window.matchMedia("(min-width:64em)").matches) {
    frame.src = evidence[0].href;
    shown = 0;
  }
  function note() {
    var here = areas.indexOf(last);
    open(areas[(here + 1) % areas.length]);
  }
  function changed() {
    var ticks = Array.from(form.querySelectorAll("[name=periksa]"));
    var next = ticks.find(function (box) { return !box.checked && box !== d.activeElement; });
    if (next) next.focus();
  }
  function press(value) {
    form.querySelector('.bawah [name=aksi][value="' + value + '"]').focus();
  }

  // Catatan yang belum disimpan tidak hilang tanpa ditanya.
  var sends = false;
  form.addEventListener("submit", function () { sends = true; });
  window.addEventListener("pageshow", function () { sends = false; });
  window.addEventListener("beforeunload", function (event) {
    var typed = Array.from(form.querySelectorAll("textarea")).some(function (area) { return area.value !== area.defaultValue; });
    if (typed && !sends) event.preventDefault();
  });
  form.addEventListener("focusin", function (event) {
    if (areas.indexOf(event.target) >= 0) last = event.target;
  });
  phrases.forEach(function (button) {
    button.addEventListener("click", function () { say(button.dataset.frasa); });
  });
  d.addEventListener("keydown", function (event) {
    if (!toggle.checked || event.ctrlKey || event.metaKey || event.isComposing) return;
    var digit = /^Digit([1-9])$/.exec(event.code);
    var types = event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
    if (types && !(event.altKey && digit)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    var next = form.querySelector("[rel=next]");
    var previous = form.querySelector("[rel=prev]");
    var key = event.key.toLowerCase();
    if (digit && phrases[digit[1] - 1]) say(phrases[digit[1] - 1].dataset.frasa);
    else if (event.altKey) return;
    else if (key === "v") press("verifikasi");
    else if (key === "k") press("kembalikan");
    else if (key === "n" && next) next.click();
    else if (key === "s" && previous) previous.click();
    else if (key === "c") note();
    else if (key === "b") look();
    else if (key === "p") changed();
    else return;
    event.preventDefault();
  });
})(document);
