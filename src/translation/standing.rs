//! The texts of frameworks, guidance and evaluations.

use crate::{
    model::{Evaluation, Framework, Guidance},
    translation::texts::List,
};

impl<'m> List<'m> {
    /// Those of frameworks and guidance. The built-in framework is nobody's to translate.
    pub(super) fn standing(&mut self) {
        let model = self.model;
        for framework in &model.frameworks {
            let path = model.sources.get(framework.span.source).path();
            if path.starts_with("content/frameworks/") {
                self.framework(framework);
            }
        }
        for guidance in &model.guidance {
            self.guidance(guidance);
        }
    }

    fn framework(&mut self, framework: &'m Framework) {
        let at = self.at(framework.span, true);
        self.text(&at, "title", &framework.title);
        self.maybe(&at, "publisher", framework.publisher.as_ref());
        self.common(&at, &framework.common);
        self.prose(&at, &framework.introduction);
        for item in &framework.items {
            let at = self.at(item.span, true);
            self.text(&at, "title", &item.title);
            self.common(&at, &item.common);
            for theme in &item.themes {
                let at = at.item(format!("themes.{}", theme.id.value));
                self.text(&at, "title", &theme.title);
                self.maybe(&at, "illustration", theme.illustration.as_ref());
            }
            for (question, number) in item.questions.iter().zip(1..) {
                self.text(&at, format_args!("questions.{number}"), &question.text);
            }
        }
    }

    fn guidance(&mut self, guidance: &'m Guidance) {
        let at = self.at(guidance.span, true);
        self.text(&at, "title", &guidance.title);
        self.maybe(&at, "publisher", guidance.publisher.as_ref());
        self.common(&at, &guidance.common);
        self.prose(&at, &guidance.introduction);
        for chapter in &guidance.chapters {
            let at = self.at(chapter.span, true);
            self.text(&at, "title", &chapter.title);
            self.common(&at, &chapter.common);
            self.prose(&at, &chapter.prose);
        }
        for (body, number) in guidance.responsibilities.iter().zip(1..) {
            let at = self.at(body.span, true);
            self.text(&at, format_args!("{number}.body"), &body.body);
            self.maybe(&at, format_args!("{number}.says"), body.says.as_ref());
            for duty in &body.duties {
                let at = at.item(duty.id.value.as_str());
                self.text(&at, "text", &duty.text);
                for (part, number) in duty.includes.iter().zip(1..) {
                    self.text(&at, format_args!("includes.{number}"), part);
                }
            }
        }
    }

    /// Those of evaluations.
    pub(super) fn evaluations(&mut self, evaluations: &'m [Evaluation], published: bool) {
        for found in evaluations {
            let at = self.at(found.span, published);
            self.maybe(&at, "strengths", found.strengths.as_ref());
            self.maybe(&at, "improvements", found.improvements.as_ref());
            for remark in &found.themes {
                self.text(
                    &at,
                    format_args!("themes.{}.text", remark.theme.value),
                    &remark.text,
                );
            }
            for answer in &found.answers {
                let field = format_args!("answers.{}.text", answer.question.value);
                self.maybe(&at, field, answer.text.as_ref());
            }
            self.common(&at, &found.common);
        }
    }
}
