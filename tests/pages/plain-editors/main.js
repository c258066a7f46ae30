addEventListener('input', ({ target }) => {
  document.getElementById('echo').textContent = `You wrote: ${target.value ?? target.textContent}`;
});
