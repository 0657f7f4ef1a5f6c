// Berkas formulir diunggah sepotong demi sepotong sebelum formulirnya dikirim. Sambungan yang putus
// dilanjutkan, juga sesudah halaman dimuat ulang. Tanpa skrip, formulir membawa berkasnya sendiri.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-titip]");
  if (!form || !window.fetch || !window.FormData || !window.Promise) return;
  var input = form.querySelector("[type=file]");
  var list = d.createElement("ul");
  var PART = 64 * 1024, RETRY = 4000, PATIENCE = 90000, TRIES = 5, MOST = 10 * 1024 * 1024;
  var busy = false;
  list.className = "fz";
  list.setAttribute("role", "status");
  list.hidden = true;
  input.insertAdjacentElement("afterend", list);

  // Berkas yang sama mendapat kunci yang sama: dipilih lagi, unggahannya dilanjutkan.
  function key(file) {
    var words = file.name + "|" + file.size + "|" + file.lastModified, a = 5381, b = 52711;
    for (var i = 0; i < words.length; i += 1) {
      a = (a * 33 ^ words.charCodeAt(i)) >>> 0;
      b = (b * 31 + words.charCodeAt(i)) >>> 0;
    }
    return ("t" + a.toString(36) + b.toString(36) + file.size.toString(36) + "00000000").slice(0, 40);
  }
  function show(job, text, isWrong) {
    if (!job.line) {
      job.line = d.createElement("li");
      job.line.className = "d-block";
      job.line.append(d.createElement("b"), d.createElement("div"), d.createElement("progress"));
      job.line.querySelector("b").textContent = job.file.name;
      job.line.querySelector("progress").className = "w-100";
      job.line.querySelector("progress").setAttribute("aria-label", "Terunggah dari " + job.file.name);
      list.hidden = false;
      list.append(job.line);
    }
    job.line.querySelector("div").textContent = text;
    job.line.querySelector("div").className = isWrong ? "galat" : "kecil redup";
    job.line.querySelector("progress").max = job.file.size || 1;
    job.line.querySelector("progress").value = job.sent;
  }
  function call(address, options) {
    var stop = new AbortController();
    var patience = setTimeout(function () { stop.abort(); }, PATIENCE);
    return fetch(address, Object.assign({ redirect: "manual", cache: "no-store", signal: stop.signal }, options)).then(function (answer) {
      if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) throw new Error("sesi");
      if (answer.status !== 200 && answer.status !== 422) throw new Error("server");
      return answer.json().then(function (body) {
        if (!answer.ok) throw Object.assign(new Error("ditolak"), { told: body.told });
        return body.ada;
      });
    }).finally(function () { clearTimeout(patience); });
  }
  function asked(job) { return call(form.dataset.titip + "?kunci=" + job.key); }
  function post(job) {
    var data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("kunci", job.key);
    data.set("mulai", job.sent);
    data.set("ukuran", job.file.size);
    data.set("nama", job.file.name || "berkas");
    data.set("potongan", job.file.slice(job.sent, job.sent + PART), "potongan");
    return call(form.dataset.titip, { method: "POST", body: data });
  }
  function pause() { return new Promise(function (go) { setTimeout(go, RETRY); }); }
  function send(job, step) {
    return step(job).then(function (has) {
      if (has > job.sent) job.failed = 0;
      job.sent = has;
      if (has >= job.file.size) return show(job, "Terunggah.");
      show(job, "Mengunggah…");
      return send(job, post);
    }, function (problem) {
      if (problem.message === "ditolak") throw problem;
      if (problem.message === "server") job.failed += 1;
      if (job.failed >= TRIES) throw Object.assign(problem, { told: "Server tidak dapat menerima berkas ini sekarang. Tekan lagi tombolnya untuk mencoba." });
      show(job, problem.message === "sesi"
        ? "Sesi Anda berakhir, atau orang lain masuk di peramban ini. Masuk lagi di tab lain; unggahan dilanjutkan sendiri."
        : "Sambungan terputus. Yang sudah terunggah tetap tersimpan; dilanjutkan sendiri.", true);
      return pause().then(function () { return send(job, asked); });
    });
  }
  function hand(job) {
    var mark = d.createElement("input");
    mark.type = "hidden";
    mark.name = "titipan";
    mark.value = job.key + ":" + job.file.size + ":" + job.file.name;
    form.append(mark);
  }
  function end() { busy = false; form.removeAttribute("aria-busy"); }
  form.addEventListener("submit", function (event) {
    if (busy) return event.preventDefault();
    var files = Array.from(input.files);
    // Yang kosong atau terlalu besar dijawab server di samping isiannya.
    if (!files.length || files.some(function (file) { return !file.size || file.size > MOST; })) return;
    event.preventDefault();
    busy = true;
    form.setAttribute("aria-busy", "true");
    list.replaceChildren();
    var jobs = files.map(function (file) { return { file: file, key: key(file), sent: 0, failed: 0, line: null }; });
    jobs.forEach(function (job) { show(job, "Menunggu giliran…"); });
    var now = null;
    jobs.reduce(function (before, job) {
      return before.then(function () { now = job; return send(job, asked); });
    }, Promise.resolve()).then(function () {
      input.value = "";
      jobs.forEach(hand);
      end();
      form.submit();
    }, function (problem) {
      show(now, problem.told || "Berkas ini tidak dapat dibaca dari perangkat Anda. Pilih sekali lagi.", true);
      end();
    });
  });
  // Kembali dari halaman berikutnya: formulirnya kosong lagi, tidak mengirim titipan lama.
  window.addEventListener("pageshow", function () { form.querySelectorAll("input[type=hidden][name=titipan]").forEach(function (mark) { mark.remove(); }); });
  window.addEventListener("beforeunload", function (event) { if (busy) event.preventDefault(); });
})(document);
