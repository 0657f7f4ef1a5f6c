// Bukti diunggah sepotong demi sepotong: sambungan yang putus dilanjutkan, bukan diulang.
(function (d) {
  "use strict";
  var box = d.querySelector("[data-unggah]");
  if (!box || !window.fetch || !window.FormData) return;
  var form = box.closest("form");
  var input = box.querySelector("[type=file]");
  var list = d.getElementById("daftar-unggah");
  var PART = 64 * 1024, RETRY = 4000;
  var queue = [], busy = false, any = false;
  window.Unggah = { busy: function () { return queue.length > 0; }, any: function () { return any; } };

  function token() {
    var found = d.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
  }
  function key() {
    return Math.random().toString(36).slice(2, 12) + Date.now().toString(36);
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
    var bar = job.line.querySelector("progress");
    if (bar) { bar.max = job.file.size || 1; bar.value = job.sent; }
  }
  function add(files) {
    Array.from(files).forEach(function (file) {
      var job = { file: file, key: key(), sent: 0, line: null };
      show(job, "Menunggu giliran…");
      queue.push(job);
    });
    next();
  }
  function next() {
    if (busy || !queue.length) return;
    busy = true;
    send(queue[0]);
  }
  function done(job, text, isWrong) {
    var bar = job.line.querySelector("progress");
    if (bar) bar.remove();
    show(job, text, isWrong);
    queue.shift();
    busy = false;
    next();
  }
  function send(job) {
    var data = new FormData();
    data.set("csrfmiddlewaretoken", token());
    data.set("kunci", job.key);
    data.set("mulai", job.sent);
    data.set("ukuran", job.file.size);
    data.set("nama", job.file.name || "tempelan.png");
    data.set("bukti_caption", form.elements.bukti_caption.value);
    if (form.elements.bukti_kegiatan) data.set("bukti_kegiatan", form.elements.bukti_kegiatan.value);
    data.set("potongan", job.file.slice(job.sent, job.sent + PART), "potongan");
    show(job, "Mengunggah…");
    fetch(box.dataset.unggah, { method: "POST", body: data, redirect: "manual" }).then(function (answer) {
      if (answer.type === "opaqueredirect" || answer.status === 403) throw new Error("sesi");
      if (answer.status !== 200 && answer.status !== 422) throw new Error(String(answer.status));
      return answer.json().then(function (body) {
        if (!answer.ok) return done(job, body.told, true);
        job.sent = body.ada;
        if (!body.nama) return send(job);
        finish(job, body);
      });
    }).catch(function () {
      show(job, "Sambungan terputus. Yang sudah terunggah tetap tersimpan; dilanjutkan sendiri.", true);
      setTimeout(function () { ask(job); }, RETRY);
    });
  }
  // Setelah putus: server ditanya dahulu, berapa yang sudah sampai.
  function ask(job) {
    fetch(box.dataset.unggah + "?kunci=" + job.key, { cache: "no-store", redirect: "manual" }).then(function (answer) {
      if (answer.status !== 200) throw new Error(String(answer.status));
      return answer.json();
    }).then(function (body) {
      job.sent = body.ada;
      send(job);
    }).catch(function () { setTimeout(function () { ask(job); }, RETRY); });
  }
  function finish(job, body) {
    any = true;
    var link = d.createElement("a");
    link.href = body.alamat;
    link.textContent = body.nama;
    job.line.querySelector("b").replaceChildren(link);
    form.elements.version.value = body.version;
    done(job, body.juga.length ? "Terlampir. Berkas yang sama juga bukti " + body.juga.join(", ") + "." : "Terlampir pada laporan.");
  }

  // Foto yang digabung menjadi satu PDF dikirim dengan tombol: server yang menyusunnya.
  function together() { return form.elements.bukti_gabung && form.elements.bukti_gabung.checked; }
  input.addEventListener("change", function () {
    if (together() || !input.files.length) return;
    add(input.files);
    input.value = "";
  });
  var camera = box.querySelector("[data-kamera]");
  camera.hidden = false;
  camera.querySelector("input").addEventListener("change", function (event) {
    add(event.target.files);
    event.target.value = "";
  });
  box.addEventListener("dragover", function (event) { event.preventDefault(); });
  box.addEventListener("drop", function (event) {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  d.addEventListener("paste", function (event) {
    if (!event.clipboardData || !event.clipboardData.files.length) return;
    event.preventDefault();
    add(event.clipboardData.files);
  });
  window.addEventListener("beforeunload", function (event) { if (queue.length) event.preventDefault(); });
})(document);
