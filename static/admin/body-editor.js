/* The text of an article as it will be read, in place of its field, which it keeps in step. It knows the words of
   articles/body.py and no others; body.py cleans what is saved. Until all is loaded, the field is a plain one. */
(() => {
  const places = document.querySelectorAll("[data-body-editor]");
  if (places.length) import(document.currentScript.dataset.tiptap).then((tiptap) => places.forEach(enliven(tiptap)));

  // As in articles/markup.py: one slash, not two, for "//host" is another site.
  const ADDRESS = /^(?:https?:\/\/[^/\s]|mailto:[^\s]|tel:[^\s]|\/(?!\/)|#)[^\s\\]*$/i;
  const PHOTO = /^[1-9][0-9]{0,17}$/;
  const PARTS = ["blockquote", "exergue", "encadre"];
  const DEEPEST_LIST = 4;
  const MEANT = {
    strong: /(?<!-)font-weight:\s*(?:bold|[6-9]00)/i,
    em: /(?<!-)font-style:\s*italic/i,
    sup: /vertical-align:\s*super/i,
    sub: /vertical-align:\s*sub(?!\w)/i,
  };

  function element(name, facts, ...children) {
    const made = Object.assign(document.createElement(name), facts);
    made.append(...children);
    return made;
  }

  const enliven = (tiptap) => (place) => {
    const text = place.querySelector("textarea");
    const label = document.querySelector(`label[for="${text.id}"]`);
    const name = label.textContent.replace(/\s*:\s*$/, "");
    const named = { role: "textbox", "aria-multiline": "true", "aria-label": name, spellcheck: "true" };
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (text.hasAttribute(name)) named[name] = text.getAttribute(name);
    }
    const editor = new tiptap.Editor({
      element: element("div", { className: "body-editor__text" }),
      extensions: vocabulary(tiptap, place),
      content: text.value,
      // It would be an inline style; body-editor.css has the same rules.
      injectCSS: false,
      editorProps: {
        attributes: named,
        transformPastedHTML: (html) => (html.includes("data-pm-slice") ? html : withoutWordProcessor(html)),
      },
    });
    // What nobody changed goes back as it came, to the byte.
    const opened = { text: text.value, body: editor.state.doc };
    editor.on("update", () => {
      const body = editor.state.doc;
      text.value = body.eq(opened.body) ? opened.text : written(tiptap.pm.model, body);
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const bar = place.querySelector("[role=toolbar]");
    text.after(editor.options.element);
    text.before(bar);
    text.hidden = true;
    label.addEventListener("click", () => editor.commands.focus());
    offer(bar, editor, place);
  };

  /* The elements of a body */

  function vocabulary(tiptap, place) {
    const { Node, Mark } = tiptap;
    // To a screen reader an aside would be a landmark of the page.
    const aside = (name, content) =>
      Node.create({
        name,
        content,
        group: "block",
        defining: true,
        parseHTML: () => [{ tag: `aside.${name}` }],
        renderHTML: () => ["aside", { class: name, role: "note" }, 0],
      });
    const rows = (name, content) =>
      Node.create({
        name,
        content,
        isolating: true,
        parseHTML: () => [{ tag: name }],
        renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
      });
    const mark = (name, facts = {}) =>
      Mark.create({
        name,
        parseHTML: () => [{ tag: name }],
        renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
        ...facts,
      });
    // A quotation in a quotation, a language in a language: the depth tells two marks of one kind apart.
    const depth = (tag) => ({
      rendered: false,
      default: 1,
      parseHTML: (node) => {
        let depth = 0;
        for (let outer = node; outer; outer = outer.parentElement?.closest(tag)) depth += 1;
        return depth;
      },
    });

    return [
      tiptap.Document.extend({ content: "(block | figure)+" }),
      tiptap.Paragraph,
      tiptap.Text,
      tiptap.HardBreak,
      tiptap.Heading.extend({
        marks: "_",
        parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level < 3 ? 2 : 3 } })),
        addKeyboardShortcuts() {
          return { "Mod-Alt-h": () => ACTIONS.heading.run(this.editor) };
        },
      }).configure({ levels: [2, 3] }),
      tiptap.BulletList.extend({ group: "block list" }),
      Node.create({
        name: "orderedList",
        group: "block list",
        content: "listItem+",
        parseHTML: () => [{ tag: "ol" }],
        renderHTML: () => ["ol", 0],
        addCommands() {
          return { toggleOrderedList: () => ({ commands }) => commands.toggleList(this.name, "listItem") };
        },
        addKeyboardShortcuts() {
          return { "Mod-Shift-7": () => this.editor.commands.toggleOrderedList() };
        },
      }),
      tiptap.ListItem.extend({
        content: "paragraph list*",
        addKeyboardShortcuts() {
          return {
            ...this.parent?.(),
            Tab: () => listsAround(this.editor) < DEEPEST_LIST && this.editor.commands.sinkListItem(this.name),
          };
        },
      }),
      tiptap.Blockquote.extend({ content: "paragraph+", group: "block" }),
      aside("exergue", "paragraph+"),
      aside("encadre", "(paragraph | heading | list)+"),
      rows("table", "caption? thead? tbody?").extend({ group: "block", selectable: true }),
      rows("caption", "inline*"),
      rows("thead", "tr+"),
      rows("tbody", "tr+"),
      rows("tr", "(th | td)+"),
      rows("th", "paragraph+").extend({ addAttributes: () => ({ scope: { default: null } }) }),
      rows("td", "paragraph+"),
      figure(tiptap, place),
      mark("a", {
        inclusive: false,
        addAttributes: () => ({ href: {} }),
        parseHTML: () => [{ tag: "a[href]", getAttrs: leadsSomewhere }],
        addKeyboardShortcuts() {
          return { "Mod-k": () => askForLink(this.editor, place) };
        },
      }),
      mark("abbr", {
        inclusive: false,
        addAttributes: () => ({ title: {} }),
        parseHTML: () => [{ tag: "abbr[title]" }],
      }),
      mark("q", { excludes: "", addAttributes: () => ({ depth: depth("q") }) }),
      mark("span", {
        excludes: "",
        addAttributes: () => ({ lang: {}, depth: depth("span[lang]") }),
        parseHTML: () => [{ tag: "span[lang]" }],
      }),
      mark("cite"),
      tiptap.Bold,
      tiptap.Italic.extend({ parseHTML: () => [{ tag: "em" }, { tag: "i" }] }),
      tiptap.Superscript,
      tiptap.Subscript,
      tiptap.UndoRedo,
      tiptap.Dropcursor,
      tiptap.Gapcursor,
    ];
  }

  // ProseMirror wants null of what may pass.
  const leadsSomewhere = (link) => ADDRESS.test(link.getAttribute("href").trim()) && null;

  /* A photo or a video: a box with the fields of its words in this article. */
  function figure({ Node }, { dataset: said }) {
    const from = (name) => ({ default: null, parseHTML: (node) => node.getAttribute(name) });
    return Node.create({
      name: "figure",
      atom: true,
      draggable: true,
      addAttributes: () => ({
        photo: from("data-photo"),
        alt: from("data-alt"),
        embed: from("data-embed"),
        caption: { default: "", parseHTML: (node) => node.querySelector("figcaption")?.textContent ?? "" },
      }),
      parseHTML: () => [
        { tag: "figure[data-photo]", getAttrs: (node) => PHOTO.test(node.dataset.photo) && null },
        { tag: "figure[data-embed]" },
      ],
      renderHTML({ node: { attrs } }) {
        const facts = { "data-photo": attrs.photo, "data-alt": attrs.alt, "data-embed": attrs.embed };
        return ["figure", facts, ...(attrs.caption ? [["figcaption", {}, attrs.caption]] : [])];
      },
      addNodeView: () => ({ node, editor, getPos }) => {
        const field = (name, label) => {
          const input = element("input", { type: "text", value: node.attrs[name] ?? "" });
          input.addEventListener("input", () => {
            // An alternative text that was emptied is that of the photo again.
            const value = input.value || (name === "alt" ? null : "");
            editor.view.dispatch(editor.state.tr.setNodeAttribute(getPos(), name, value));
          });
          return [input, element("label", {}, label, input)];
        };
        const [caption, captionLabel] = field("caption", said.caption);
        const [alt, altLabel] = field("alt", said.alt);
        const remove = element("button", { type: "button", className: "button", textContent: said.remove });
        remove.addEventListener("click", () => {
          const start = getPos();
          editor.chain().deleteRange({ from: start, to: start + 1 }).focus().run();
        });
        const credit = element("p", { className: "body-editor__credit" });
        const dom = element("div", { className: "body-editor__figure", contentEditable: "false" });
        if (node.attrs.photo) {
          const picture = element("img", { alt: "", width: 240, height: 160 });
          dom.append(picture, credit, captionLabel, altLabel, remove);
          factsOf(node.attrs.photo, said.facts).then(
            (facts) => {
              picture.src = facts.thumbnail;
              credit.textContent = facts.reason ? `${facts.credit} – ${facts.reason}` : facts.credit;
              caption.placeholder = facts.caption;
              alt.placeholder = facts.alt;
            },
            () => {
              picture.remove();
              credit.textContent = said.missing;
            },
          );
        } else {
          credit.append(element("strong", { textContent: said.video }), ` ${node.attrs.embed}`);
          dom.append(credit, captionLabel, remove);
        }
        return {
          dom,
          update(next) {
            const same = next.attrs.photo === node.attrs.photo && next.attrs.embed === node.attrs.embed;
            if (next.type !== node.type || !same) return false;
            node = next;
            for (const [name, input] of Object.entries({ caption, alt })) {
              if (input.value !== (next.attrs[name] ?? "")) input.value = next.attrs[name] ?? "";
            }
            return true;
          },
          stopEvent: (event) => /^(?:input|button|label)$/i.test(event.target.tagName),
          ignoreMutation: () => true,
        };
      },
    });
  }

  const known = new Map();

  function factsOf(photo, address) {
    if (!known.has(photo)) {
      known.set(
        photo,
        fetch(address.replace("/0/", `/${photo}/`)).then((response) => {
          // An expired login answers with the page to log in.
          if (!response.ok || response.redirected) throw new Error(response.status);
          return response.json();
        }),
      );
    }
    return known.get(photo);
  }

  /* The body as articles/tidy.py writes it: one block a line, lines of lists and tables without paragraphs. */

  function written(model, body) {
    const serializer = model.DOMSerializer.fromSchema(body.type.schema);
    const lines = [];
    body.forEach((block) => {
      const dom = element("div", {}, serializer.serializeNode(nested(model, block)));
      dom.querySelector("[role]")?.removeAttribute("role");
      for (const holder of dom.querySelectorAll("li, td, th")) {
        holder.querySelectorAll(":scope > p + p").forEach((paragraph) => paragraph.prepend(element("br")));
        holder.querySelectorAll(":scope > p").forEach((paragraph) => paragraph.replaceWith(...paragraph.childNodes));
      }
      const says = dom.textContent.trim() || dom.querySelector("figure");
      if (says) lines.push(dom.innerHTML.replaceAll("&nbsp;", "\u00a0"));
    });
    return lines.join("\n");
  }

  /* ProseMirror nests marks in one fixed order, which cuts <q>a <em>b</em></q> in two. So the longer goes outside. */
  function nested(model, node) {
    const children = [];
    node.forEach((child) => children.push(child));
    if (!node.isTextblock) return node.copy(model.Fragment.from(children.map((child) => nested(model, child))));

    const run = (mark, place) => {
      let start = place, end = place;
      while (start > 0 && mark.isInSet(children[start - 1].marks)) start -= 1;
      while (end < children.length - 1 && mark.isInSet(children[end + 1].marks)) end += 1;
      return { mark, start, end };
    };
    const holds = (outer, inner) => outer.start <= inner.start && outer.end >= inner.end;
    const length = ({ start, end }) => end - start;
    // A quotation cut in two would be two.
    const quotes = ({ mark }) => mark.type.name === "q";
    const outsideFirst = (one, other) =>
      holds(other, one) - holds(one, other) || quotes(other) - quotes(one) || length(other) - length(one);
    return node.copy(
      model.Fragment.from(
        children.map((child, place) => {
          const runs = child.marks.map((mark) => run(mark, place)).sort(outsideFirst);
          return child.mark(runs.map(({ mark }) => mark));
        }),
      ),
    );
  }

  /* What word processors put around words is dropped; what they say with styles is said with elements. */

  function withoutWordProcessor(html) {
    // Under our policy a style could not even be read: its attribute gets another name first.
    const plain = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/(\s)style=/gi, "$1data-style=");
    const { body } = new DOMParser().parseFromString(plain, "text/html");
    listsOfWord(body);
    for (const styled of body.querySelectorAll("span, font, b, i")) {
      const style = styled.dataset.style ?? "";
      for (const [name, meant] of Object.entries(MEANT)) {
        if (meant.test(style) && !styled.closest(name)) styled.append(element(name, {}, ...styled.childNodes));
      }
      // Google Docs wraps all it copies in <b style="font-weight:normal">.
      const upright = /(?<!-)font-(?:weight|style):\s*(?:normal|400)/i.test(style);
      if (upright || styled.matches("span, font")) styled.replaceWith(...styled.childNodes);
    }
    // A heading is bold by itself.
    for (const bold of body.querySelectorAll(":is(h1, h2, h3, h4, h5, h6) :is(b, strong)")) {
      bold.replaceWith(...bold.childNodes);
    }
    for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
      if (!paragraph.textContent.trim() && !paragraph.querySelector("figure")) paragraph.remove();
    }
    body.querySelectorAll(":scope > br").forEach((line) => line.remove());
    body.querySelectorAll("[lang]").forEach((part) => part.removeAttribute("lang"));
    return body.innerHTML;
  }

  /* Word writes the items of a list as paragraphs, with the level in their style and the sign as a text. */
  function listsOfWord(body) {
    const open = [];
    for (const paragraph of body.querySelectorAll("p[data-style*=mso-list]")) {
      const level = Number(paragraph.dataset.style.match(/mso-list:[^;]*level(\d)/i)?.[1]);
      if (!level) continue;
      const sign = paragraph.querySelector("[data-style*='mso-list:Ignore' i]");
      const name = /^\(?[\da-z]{1,4}[.)]/i.test(sign?.textContent.trim()) ? "ol" : "ul";
      sign?.remove();
      if (open[0] !== paragraph.previousElementSibling) open.length = 0;
      open.length = Math.min(open.length, level);
      if (open.length === level && open.at(-1).localName !== name) open.pop();
      while (open.length < level) {
        const list = element(name);
        const item = open.at(-1)?.lastElementChild;
        if (item) item.append(list);
        else if (open.length) open.at(-1).append(element("li", {}, list));
        else paragraph.before(list);
        open.push(list);
      }
      open.at(-1).append(element("li", {}, ...paragraph.childNodes));
      paragraph.remove();
    }
  }

  /* The tool bar */

  const listsAround = ({ state }) => {
    let lists = 0;
    for (let depth = state.selection.$from.depth; depth > 0; depth -= 1) {
      lists += state.selection.$from.node(depth).type.name === "listItem";
    }
    return lists;
  };

  const partAction = (name) => ({
    run(editor) {
      const chain = editor.chain().focus();
      for (const other of PARTS) if (other !== name && editor.isActive(other)) chain.lift(other);
      return chain.toggleWrap(name).run();
    },
    pressed: (editor) => editor.isActive(name),
  });

  const ACTIONS = {
    heading: {
      run: (editor) => editor.chain().focus().toggleHeading({ level: editor.isActive("encadre") ? 3 : 2 }).run(),
      pressed: (editor) => editor.isActive("heading"),
    },
    bold: {
      run: (editor) => editor.chain().focus().toggleBold().run(),
      pressed: (editor) => editor.isActive("bold"),
    },
    italic: {
      run: (editor) => editor.chain().focus().toggleItalic().run(),
      pressed: (editor) => editor.isActive("italic"),
    },
    link: { run: askForLink, pressed: (editor) => editor.isActive("a") },
    bulletList: {
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
      pressed: (editor) => editor.isActive("bulletList"),
    },
    orderedList: {
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      pressed: (editor) => editor.isActive("orderedList"),
    },
    ...Object.fromEntries(PARTS.map((name) => [name, partAction(name)])),
    photo: { run: askForPhoto },
    undo: { run: (editor) => editor.chain().focus().undo().run() },
    redo: { run: (editor) => editor.chain().focus().redo().run() },
  };

  function offer(bar, editor, place) {
    const buttons = [...bar.querySelectorAll("button")];
    const reach = (button) => buttons.forEach((other) => (other.tabIndex = other === button ? 0 : -1));
    const show = () => {
      for (const button of buttons) {
        const { pressed } = ACTIONS[button.dataset.does];
        if (pressed) button.setAttribute("aria-pressed", pressed(editor));
      }
    };
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) ACTIONS[button.dataset.does].run(editor, place, button);
    });
    // The words stay selected while the mouse is on a button.
    bar.addEventListener("mousedown", (event) => event.preventDefault());
    bar.addEventListener("focusin", (event) => reach(event.target));
    bar.addEventListener("keydown", (event) => {
      const last = buttons.length - 1;
      const at = buttons.indexOf(document.activeElement);
      const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
      if (event.key === "Escape") editor.commands.focus();
      if (to === undefined) return;
      event.preventDefault();
      buttons[to].focus();
    });
    editor.view.dom.addEventListener("keydown", (event) => {
      if (event.altKey && event.key === "F10") bar.querySelector("[tabindex='0']").focus();
    });
    editor.on("transaction", show);
    place.querySelector("dialog").addEventListener("click", (event) => answerLink(event, editor));
    reach(buttons[0]);
    show();
    bar.hidden = false;
  }

  function askForLink(editor, place) {
    const dialog = place.querySelector("dialog");
    const input = dialog.querySelector("input");
    const { href } = editor.getAttributes("a");
    dialog.querySelector("[role=alert]").hidden = true;
    dialog.querySelector("[data-link=remove]").hidden = !href;
    input.value = href ?? "";
    // Enter would save the whole article.
    input.onkeydown = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      dialog.querySelector("[data-link=set]").click();
    };
    // The event comes late: whoever types on at once may have asked again.
    dialog.onclose = () => dialog.open || editor.view.focus();
    // Else the browser gives the focus back with a caret of its own, and the selection is lost.
    editor.view.dom.blur();
    dialog.showModal();
    return true;
  }

  function answerLink(event, editor) {
    const dialog = event.currentTarget;
    const answer = event.target.closest("[data-link]")?.dataset.link;
    if (!answer) return;
    const typed = dialog.querySelector("input").value.trim();
    const href = /^[^/:#\s]+\.[^:\s]+$/.test(typed) ? `https://${typed}` : typed;
    if (answer === "set" && !ADDRESS.test(href)) {
      dialog.querySelector("[role=alert]").hidden = false;
      dialog.querySelector("input").focus();
      return;
    }
    const chain = editor.chain().extendMarkRange("a");
    const { empty } = editor.state.selection;
    if (answer === "remove") chain.unsetMark("a").run();
    // Without words to link, the address is its own.
    else if (answer === "set" && empty && !editor.isActive("a")) {
      editor.commands.insertContent({ type: "text", text: href, marks: [{ type: "a", attrs: { href } }] });
    } else if (answer === "set") chain.setMark("a", { href }).run();
    dialog.close();
    // Now, and not in the next frame: the next key is for the words.
    editor.view.focus();
  }

  function askForPhoto(editor, place, button) {
    const pick = (facts) => {
      known.set(String(facts.id), Promise.resolve(facts));
      const { $from } = editor.state.selection;
      // After the block of the caret, or in place of an empty paragraph: a figure stands in no list and no box.
      const emptied = $from.depth === 1 && !$from.parent.content.size;
      const range = $from.depth ? { from: emptied ? $from.before(1) : $from.after(1), to: $from.after(1) } : $from.pos;
      const content = [{ type: "figure", attrs: { photo: String(facts.id) } }];
      const end = $from.depth ? $from.after(1) : $from.pos;
      if (end === editor.state.doc.content.size) content.push({ type: "paragraph" });
      editor.commands.insertContentAt(range, content);
    };
    button.dispatchEvent(new CustomEvent("desk:pick-photo", { bubbles: true, cancelable: true, detail: { pick } }));
  }
})();
