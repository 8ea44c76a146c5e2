//! Frameworks that objectives serve.

/// One of the seven well-being goals of the Well-being of Future Generations (Wales) Act 2015.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WellBeingGoal {
    /// Its name in references: `wfg/<id>`.
    pub id: &'static str,
}

/// The seven goals, in the order of the Act's section 4. Their titles are strings of the theme
/// (`goal-<id>`), so that a site can add a language.
pub const WELL_BEING_GOALS: [WellBeingGoal; 7] = [
    WellBeingGoal { id: "prosperous" },
    WellBeingGoal { id: "resilient" },
    WellBeingGoal { id: "healthier" },
    WellBeingGoal { id: "more-equal" },
    WellBeingGoal {
        id: "cohesive-communities",
    },
    WellBeingGoal {
        id: "vibrant-culture",
    },
    WellBeingGoal {
        id: "globally-responsible",
    },
];
