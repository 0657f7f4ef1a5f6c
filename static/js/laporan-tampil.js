// Apa yang diperlihatkan formulir laporan: kabar, jumlah, kesalahan, dan pilihan antara dua tulisan.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-autosave]");
  var line = d.getElementById("status-simpan");
  var notice = d.getElementById("kabar-simpan");
  if (!form || !line || !notice) return;
  var T = (window.LaporanTampil = {});

  T.told = function () { return line.querySelector("span").textContent; };
  T.tell = function (text, isWarning) {
    line.querySelector("span").textContent = text;
    line.classList.toggle("wn", Boolean(isWarning));
  };
  T.warn = function (text, buttons) {
    notice.querySelector("p").textContent = text;
    var place = notice.querySelector(".aksi");
    place.replaceChildren.apply(place, buttons || []);
    notice.hidden = !text;
  };
  T.button = function (label, action) {
    var made = d.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm btn-outline-primary";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  };
  T.link = function (label, address) {
    var made = d.createElement("a");
    made.className = "btn btn-sm btn-outline-primary";
    made.href = address;
    made.target = "_blank";
    made.rel = "noopener";
    made.textContent = label;
    return made;
  };
  T.same = function (a, b) { return JSON.stringify(a) === JSON.stringify(b); };
  T.put = function (name, values) {
    var field = form.elements[name];
    if (!field) return;
    if (field.tagName && field.type !== "checkbox") { field.value = values[0] || ""; return; }
    (field.length === undefined ? [field] : Array.from(field)).forEach(function (one) {
      one.checked = values.indexOf(one.value) >= 0;
    });
  };
  T.holds = function (name) { return d.activeElement && d.activeElement.name === name; };
  T.token = function () {
    var found = d.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
  };
  T.copy = function (lines) {
    var text = lines.filter(Boolean).join("\n"), area = d.createElement("textarea");
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Tanpa HTTPS peramban tidak memberi clipboard; cara lama masih ada.
    area.value = text;
    d.body.append(area);
    area.select();
    d.execCommand("copy");
    area.remove();
  };
  T.wrapper = function (name) {
    var field = form.elements[name];
    if (!field) return null;
    return (field.tagName ? field : field[0]).closest(".mb-f");
  };
  T.jump = function (one) {
    return T.button("Lihat isian", function () { T.wrapper(one.name).scrollIntoView(); });
  };
  // Kegiatan yang sudah dihapus tidak dapat diisi lagi; tulisannya tetap terbaca.
  T.shut = function (name) {
    var place = T.wrapper(name) && T.wrapper(name).closest("fieldset:not(.mb-f)");
    if (place) place.disabled = true;
  };
  T.showErrors = function (errors, names) {
    form.querySelectorAll(".galat[data-js]").forEach(function (old) { old.remove(); });
    names.forEach(function (name) {
      var place = T.wrapper(name);
      if (!place || !errors[name] && !place.classList.contains("salah")) return;
      place.classList.toggle("salah", Boolean(errors[name]));
      var old = place.querySelector("[id$=_error]");
      if (old) old.remove();
      if (!errors[name]) return;
      var told = d.createElement("p");
      told.className = "galat";
      told.dataset.js = "";
      told.textContent = errors[name];
      place.append(told);
    });
  };
  T.showSums = function (sums) {
    Object.keys(sums).forEach(function (id) {
      var place = d.getElementById(id);
      if (place) place.textContent = sums[id];
    });
  };
  T.showCarried = function (carried) {
    form.querySelectorAll("[data-bawaan]").forEach(function (mark) {
      if (carried.indexOf(mark.dataset.bawaan) < 0) mark.remove();
    });
  };
  T.conflict = function (one, buttons) {
    var box = d.createElement("div"), inner = d.createElement("div");
    var head = d.createElement("b"), text = d.createElement("p"), tools = d.createElement("div");
    box.className = "kabar wn mt-2";
    box.id = "bentrok-" + one.name;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Isian ini juga diubah");
    head.textContent = "Juga diubah" + (one.who ? " oleh " + one.who : "") + ":";
    text.className = "pecah";
    text.textContent = one.theirs.join(", ") || "(dikosongkan)";
    tools.className = "aksi mt-2";
    tools.append.apply(tools, buttons);
    inner.append(head, text, tools);
    box.append(inner);
    return box;
  };
})(document);
