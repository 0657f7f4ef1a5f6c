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
  T.wrapper = function (name) {
    var field = form.elements[name];
    if (!field) return null;
    return (field.tagName ? field : field[0]).closest(".mb-f");
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
