const subjects = ['kratom', 'sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine'];
const last = 40;
const main = document.getElementById('app');
let count = 0;

function addSection() {
  const subject = subjects[count % subjects.length];
  const section = document.createElement('section');
  section.id = `section-${count++}`;
  const heading = document.createElement('h2');
  heading.textContent = `Part ${count}`;
  const text = document.createElement('p');
  text.textContent = `This part speaks of ${subject}, and once more of ${subject}.`;
  section.append(heading, text);
  main.append(section);
}

const end = document.getElementById('end');
const observer = new IntersectionObserver(
  () => {
    while (count < last && end.getBoundingClientRect().top < innerHeight + 200) addSection();
    if (count === last) {
      observer.disconnect();
      end.textContent = 'No more';
    }
  },
  { rootMargin: '200px' },
);
observer.observe(end);
