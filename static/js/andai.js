// Saklar «andai selesai»: hasilnya dihitung server begitu saklar disentuh. Tanpa skrip, tombol Hitung melakukan hal yang sama.
(function (d) {
  "use strict";
  var asked = 0;
  d.addEventListener("change", function (event) {
    var form = event.target.form;
    if (!form || !form.matches("[data-andai]") || event.target.type !== "checkbox") return;
    var result = d.getElementById("hasil");
    var query = new URLSearchParams(new FormData(form));
    var address = location.pathname + "?" + query;
    var turn = ++asked;
    query.set("bagian", "hasil");
    fetch(location.pathname + "?" + query, { credentials: "same-origin", redirect: "error" })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      })
      .then(function (html) {
        if (turn !== asked) return;
        result.innerHTML = html;
        history.replaceState(null, "", address);
      })
      // Sambungan putus atau sesi berakhir: tombol Hitung tetap ada dan menjawab lengkap.
      .catch(function () {
        if (turn === asked) result.textContent = "Hasil belum dapat dihitung. Tekan «Hitung» untuk mencoba lagi.";
      });
  });
})(document);
