for (const tab of document.querySelectorAll('[role=tab]'))
  tab.addEventListener('click', () => {
    for (const other of document.querySelectorAll('[role=tab]')) {
      other.ariaSelected = String(other === tab);
      document.getElementById(other.getAttribute('aria-controls')).hidden = other !== tab;
    }
  });
document.getElementById('reveal').addEventListener('click', () => document.getElementById('found').removeAttribute('hidden'));
document.getElementById('fold').addEventListener('click', () => document.getElementById('section').classList.toggle('folded'));
