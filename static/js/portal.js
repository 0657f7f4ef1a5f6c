// Peningkatan kecil; setiap halaman tetap berfungsi tanpa skrip ini.
(function (d) {
  "use strict";
  var summary = d.querySelector(".es");
  if (summary) summary.focus();
  d.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) return;
    var source = d.getElementById(button.dataset.copy);
    var text = source.value || source.textContent;
    navigator.clipboard.writeText(text).then(function () {
      button.setAttribute("data-copied", "");
      var told = button.querySelector("[data-copy-label]") || button;
      told.textContent = "Tersalin";
    });
  });
})(document);
