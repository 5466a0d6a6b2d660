/**
 * What the page does by itself: filters, and the reasons of rules where their names stand. Without it every finding is
 * there to read. Written for the browsers of offices, some years old.
 */
export const SCRIPT = `(function () {
  'use strict';
  var all = function (selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  };
  var form = document.querySelector('.filter');
  if (form) {
    var findings = all('.finding[data-s]');
    var holders = all('.row').concat(all('.list'), all('.file'));
    var shown = form.querySelector('output');
    var none = document.querySelector('.none');
    var chosen = function (name) {
      var field = form.elements[name];
      return field ? field.value : '';
    };
    var apply = function () {
      var severities = all('input', form)
        .filter(function (box) { return box.checked; })
        .map(function (box) { return box.value; });
      var file = chosen('file');
      var list = chosen('list');
      var rule = chosen('rule');
      var filtered = severities.length < all('input', form).length || file + list + rule !== '';
      var count = 0;
      findings.forEach(function (finding) {
        var data = finding.dataset;
        var fits =
          severities.indexOf(data.s) >= 0 &&
          (file === '' || data.f === file) &&
          (list === '' || data.l === list) &&
          (rule === '' || data.r === rule);
        finding.hidden = !fits;
        if (fits) count += 1;
      });
      holders.forEach(function (holder) {
        var chosenFile = file !== '' && holder.id === 'file-' + file;
        holder.hidden = filtered && !chosenFile && !holder.querySelector('.finding[data-s]:not([hidden])');
      });
      shown.textContent = shown.dataset.words.replace('{shown}', count).replace('{all}', findings.length);
      form.querySelector('button').disabled = !filtered;
      none.hidden = !filtered || count > 0;
    };
    form.addEventListener('change', apply);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('reset', function () { setTimeout(apply, 0); });
    form.hidden = false;
    apply();
  }
  document.addEventListener('toggle', function (event) {
    var why = event.target;
    if (!why.open || !why.classList || !why.classList.contains('why')) return;
    var link = why.querySelector('a[href^="#rule-"]');
    var reason = link && document.querySelector(link.getAttribute('href') + ' .reason');
    if (reason) why.replaceChild(reason.cloneNode(true), link);
  }, true);
})();
`;
