// Laporan yang sudah tertutup: tulisan yang tertinggal di peramban ini masih dapat disalin.
(function (d) {
  "use strict";
  var box = d.querySelector("[data-sisa]"), S = window.LaporanSalinan;
  if (!box || !S) return;
  function bare(text) { return text.replace(/\s+/g, ""); }
  var copies = S.all(box.dataset.sisa), page = bare(d.getElementById("isi").textContent), left = [];
  copies.forEach(function (one) {
    Object.values(one.kept.texts).concat(Object.values(one.kept.loose)).forEach(function (found) {
      var text = [].concat(found).join(", ");
      if (text.trim() && page.indexOf(bare(text)) < 0 && left.indexOf(text) < 0) left.push(text);
    });
  });
  if (!left.length) return;
  box.querySelector("textarea").value = left.join("\n\n");
  box.hidden = false;
  box.querySelector("[data-buang]").addEventListener("click", function () {
    copies.forEach(function (one) { S.forget(one.key); });
    box.hidden = true;
  });
})(document);
