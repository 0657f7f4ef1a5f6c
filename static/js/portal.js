// Peningkatan kecil; setiap halaman tetap berfungsi tanpa skrip ini.
(function (d) {
  "use strict";
  var root = d.documentElement;

  // Pilihan tema dipasang sebelum gambar pertama; tanpa pilihan, app.css mengikuti perangkat.
  var choice = null;
  try { choice = localStorage.getItem("tema"); } catch (e) { /* penyimpanan dimatikan */ }
  if (choice === "light" || choice === "dark") root.setAttribute("data-bs-theme", choice);

  d.addEventListener("DOMContentLoaded", function () {
    var summary = d.querySelector(".es");
    if (summary) summary.focus();
    var picker = d.querySelector("[data-theme-picker]");
    if (picker) offerThemes(picker);
  });

  // Salin: <button data-copy="id sumber"><span data-copy-label>Salin</span></button>
  function copy(text, source) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Tanpa HTTPS peramban tidak memberi clipboard; cara lama masih ada.
    if (source.select) source.select();
    return d.execCommand("copy") ? Promise.resolve() : Promise.reject();
  }
  function copied(button) {
    var label = button.querySelector("[data-copy-label]") || button;
    var before = label.textContent;
    label.textContent = "Tersalin";
    setTimeout(function () { label.textContent = before; }, 4000);
  }
  d.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (button) {
      var source = d.getElementById(button.dataset.copy);
      copy(source.value || source.textContent, source).then(
        function () { copied(button); },
        function () { source.focus(); }
      );
    }
    var open = d.querySelector(".topi[open]");
    if (open && !open.contains(event.target)) open.open = false;
  });
  d.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && d.querySelector(".topi[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  // Keluar: salinan laporan dan notulen di peramban ini dihapus, supaya tidak dibaca orang berikutnya.
  d.addEventListener("submit", function (event) {
    if (!event.target.matches("[data-keluar]")) return;
    var left = [];
    try { left = Object.keys(localStorage).filter(function (key) { return /^(laporan|notulen)-/.test(key); }); } catch (e) { return; }
    if (left.length && !window.confirm("Di peramban ini ada tulisan laporan atau notulen yang belum tersimpan. Keluar dan buang tulisan itu?")) return event.preventDefault();
    left.forEach(function (key) { localStorage.removeItem(key); });
  });

  // Pemilih tema hanya tampil bila skrip jalan: pilihannya disimpan di perangkat.
  function offerThemes(picker) {
    var now = root.getAttribute("data-bs-theme") || "";
    picker.querySelectorAll("input").forEach(function (input) { input.checked = input.value === now; });
    picker.hidden = false;
    picker.addEventListener("change", function (event) { wear(event.target.value); });
  }
  function wear(theme) {
    if (theme) root.setAttribute("data-bs-theme", theme);
    else root.removeAttribute("data-bs-theme");
    try {
      if (theme) localStorage.setItem("tema", theme);
      else localStorage.removeItem("tema");
    } catch (e) { /* penyimpanan dimatikan: berlaku untuk halaman ini */ }
  }
})(document);
