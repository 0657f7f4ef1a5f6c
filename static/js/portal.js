// Peningkatan kecil; setiap halaman tetap berfungsi tanpa skrip ini.
(function (d) {
  "use strict";

  var summary = d.querySelector(".es");
  if (summary) summary.focus();

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

  // Tema: ditampilkan hanya bila skrip jalan, karena pilihannya disimpan di perangkat.
  var picker = d.querySelector("[data-theme-picker]");
  if (picker) {
    var root = d.documentElement;
    var now = root.getAttribute("data-bs-theme") || "";
    picker.querySelectorAll("input").forEach(function (input) { input.checked = input.value === now; });
    picker.hidden = false;
    picker.addEventListener("change", function (event) {
      var value = event.target.value;
      if (value) root.setAttribute("data-bs-theme", value);
      else root.removeAttribute("data-bs-theme");
      try {
        if (value) localStorage.setItem("tema", value);
        else localStorage.removeItem("tema");
      } catch (e) { /* penyimpanan dimatikan: berlaku untuk halaman ini */ }
    });
  }
})(document);
