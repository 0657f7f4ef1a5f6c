// Simpan otomatis saat isian berubah; tanpa skrip ini tombol Simpan draf tetap ada.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-autosave]");
  var line = d.getElementById("status-simpan");
  if (!form || !line || !window.fetch) return;
  var told = line.querySelector("span");
  var timer = null;
  var stopped = false;
  var busy = false;
  var again = false;

  function tell(text, isWarning) {
    told.textContent = text;
    line.classList.toggle("wn", Boolean(isWarning));
  }

  function send() {
    if (busy) { again = true; return; }
    busy = true;
    var data = new FormData(form);
    data.delete("bukti");
    data.set("aksi", "draf");
    tell("Menyimpan…");
    fetch(form.action, { method: "POST", body: data, headers: { "X-Autosave": "1" } })
      .then(function (answer) {
        return answer.json().then(function (body) {
          if (answer.ok) form.elements.version.value = body.version;
          else stopped = true;
          tell(body.told, !answer.ok);
        });
      })
      .catch(function () {
        tell("Luring. Tulisan belum tersimpan; tekan Simpan draf setelah tersambung.", true);
      })
      .then(function () {
        busy = false;
        if (again) { again = false; send(); }
      });
  }

  form.addEventListener("change", function (event) {
    if (stopped || event.target.type === "file" || event.target.name === "new_activity") return;
    clearTimeout(timer);
    timer = setTimeout(send, 1000);
  });
  form.addEventListener("submit", function () {
    clearTimeout(timer);
    stopped = true;
  });
})(document);
