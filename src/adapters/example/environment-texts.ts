/** January's environment of the credit models: `pip freeze`, everything pinned. */
export const creditRequirementsJanuary = `# pip freeze, Python 3.11
joblib==1.4.2
numpy==2.2.6
pandas==2.2.3
pyarrow==19.0.1
python-dateutil==2.9.0.post0
pytz==2025.2
scikit-learn==1.6.1
scipy==1.15.3
six==1.17.0
skops==0.11.0
threadpoolctl==3.5.0
tzdata==2025.2
`;

/** The same environment after the upgrade in April of scikit-learn, scipy, joblib and threadpoolctl. */
export const creditRequirementsApril = `# pip freeze, Python 3.11
joblib==1.5.2
numpy==2.2.6
pandas==2.2.3
pyarrow==19.0.1
python-dateutil==2.9.0.post0
pytz==2025.2
scikit-learn==1.7.2
scipy==1.16.2
six==1.17.0
skops==0.11.0
threadpoolctl==3.6.0
tzdata==2025.2
`;

/** The unpinned requirements of a notebook: the versions that it installed are unknown. */
export const notebookRequirements = `jupyterlab
pandas>=2.2,<3
scikit-learn~=1.7
category_encoders
matplotlib
`;

/** The churn team's conda environment. */
export const churnConda = `name: churn
channels:
  - conda-forge
dependencies:
  - python=3.11.13=h9e4cc4f_0_cpython
  - numpy=2.2.6=py311h5d046bc_0
  - pandas=2.2.3=py311h7db5c69_3
  - lightgbm=4.6.0=cpu_py311h6db4f2b_0
  - pip=25.1.1=pyh8b19718_0
  - pip:
      - shap==0.47.2
`;
